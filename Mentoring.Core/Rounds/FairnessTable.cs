namespace Mentoring.Core.Rounds;

/// <summary>Groups of mentees side by side, so that none of them tells of too few people.</summary>
/// <param name="By">What the groups are formed by: <c>institution</c>, <c>institution-size</c>, <c>grade</c>, <c>rounds-waited</c> or <c>first-time</c>.</param>
/// <param name="Groups">In their natural order; small ones together at the end.</param>
/// <param name="Suppressed">How many groups are put together there.</param>
public sealed record FairnessTable(string By, IReadOnlyList<FairnessGroup> Groups, int Suppressed)
{
    public const string SmallGroups = "small groups together";

    /// <param name="groupOf">The name of a mentee's group, and its place in the order.</param>
    internal static FairnessTable Of(string by, IReadOnlyCollection<MenteeOutcome> outcomes, Func<MenteeOutcome, (int Place, string Name)> groupOf)
    {
        var bySize = outcomes.GroupBy(groupOf).OrderBy(group => group.Count()).ThenBy(group => group.Key.Place).ThenBy(group => group.Key.Name, StringComparer.Ordinal).ToList();
        var small = SmallOnes([.. bySize.Select(group => group.Count())]);
        var shown = bySize.Skip(small).OrderBy(group => group.Key.Place).ThenBy(group => group.Key.Name, StringComparer.Ordinal).Select(group => FairnessGroup.Of(group.Key.Name, [.. group])).ToList();
        if (small > 0)
            shown.Add(FairnessGroup.Of(SmallGroups, [.. bySize.Take(small).SelectMany(group => group)]));
        return new FairnessTable(by, AloneIsHidden(AloneIsHidden(shown, group => group.MedianScore is null, group => group with { MedianScore = null }), group => group.AcceptanceRate is null, group => group with { AcceptanceRate = null }), small);
    }

    /// <summary>So many of the smallest go together: all small ones, and further until what is put together is not small itself. Else the sum of all would give them away.</summary>
    private static int SmallOnes(int[] sizes)
    {
        var (small, people) = (0, 0);
        while (small < sizes.Length && (sizes[small] < FairnessReport.SmallestGroup || people is > 0 and < FairnessReport.SmallestGroup))
            people += sizes[small++];
        return small;
    }

    /// <summary>A figure that only one group keeps back follows from the others and the whole: so the group with the fewest matches beside it keeps it back, too.</summary>
    private static IReadOnlyList<FairnessGroup> AloneIsHidden(IReadOnlyList<FairnessGroup> groups, Func<FairnessGroup, bool> isHidden, Func<FairnessGroup, FairnessGroup> hide)
    {
        if (groups.Count(isHidden) != 1 || groups.Count == 1)
            return groups;
        var next = groups.Where(group => !isHidden(group)).MinBy(group => group.Matched)!;
        return [.. groups.Select(group => ReferenceEquals(group, next) ? hide(group) : group)];
    }
}
