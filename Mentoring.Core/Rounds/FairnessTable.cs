namespace Mentoring.Core.Rounds;

/// <summary>Groups of mentees side by side, so that none of them tells of too few people.</summary>
/// <param name="By">What the groups are formed by: <c>institution</c>, <c>institution-size</c>, <c>grade</c>, <c>rounds-waited</c> or <c>first-time</c>.</param>
/// <param name="Groups">In their natural order; small ones together at the end.</param>
/// <param name="Suppressed">How many groups are put together there.</param>
public sealed record FairnessTable(string By, IReadOnlyList<FairnessGroup> Groups, int Suppressed)
{
    public const string SmallGroups = "small groups together";

    /// <summary>Names of groups that are shown by themselves.</summary>
    internal IEnumerable<string> ByThemselves => Groups.Select(group => group.Name).SkipLast(Suppressed > 0 ? 1 : 0);

    /// <param name="groupOf">The name of a mentee's group, and its place in the order.</param>
    /// <param name="parts">A table whose groups are parts of these, and what a mentee's is called there: who is left of a group beside those shown there can be reckoned.</param>
    internal static FairnessTable Of(
        string by, IReadOnlyCollection<MenteeOutcome> outcomes, Func<MenteeOutcome, (int Place, string Name)> groupOf, (FairnessTable Table, Func<MenteeOutcome, string> NameOf)? parts = null)
    {
        var told = parts?.Table.ByThemselves.ToHashSet(StringComparer.Ordinal);
        var bySize = outcomes.GroupBy(groupOf).Select(group => (group.Key, All: group.Count(), Left: group.Count(outcome => told?.Contains(parts!.Value.NameOf(outcome)) is not true), Of: group.ToList()))
            .OrderBy(group => group.Left > 0 ? group.Left : group.All < FairnessReport.SmallestGroup ? group.All : int.MaxValue).ThenBy(group => group.Key.Place).ThenBy(group => group.Key.Name, StringComparer.Ordinal).ToList();
        var small = SmallOnes([.. bySize.Select(group => (group.All, group.Left))]);
        var shown = bySize.Skip(small).OrderBy(group => group.Key.Place).ThenBy(group => group.Key.Name, StringComparer.Ordinal).Select(group => (group.Key.Name, group.Of)).ToList();
        if (small > 0)
            shown.Add((SmallGroups, [.. bySize.Take(small).SelectMany(group => group.Of)]));
        List<FairnessGroup> groups = [.. shown.Select(group => FairnessGroup.Of(group.Name, group.Of))];
        List<(int Some, int All)> answers = [.. shown.Select(group => (group.Of.Count(outcome => outcome.Accepted is true), group.Of.Count(outcome => outcome.Accepted is not null)))];
        var medians = KeptBack(groups, group => group.MedianScore, [.. groups.Select(group => (group.Matched, group.Matched))]);
        var rates = KeptBack(groups, group => group.AcceptanceRate, answers);
        return new FairnessTable(by, [.. groups.Select((group, number) => group with { MedianScore = medians.Contains(number) ? null : group.MedianScore, AcceptanceRate = rates.Contains(number) ? null : group.AcceptanceRate })], small);
    }

    /// <summary>So many of the smallest go together: all small ones, and further until what is put together is not small itself. Else the sum of all would give them away.</summary>
    private static int SmallOnes(IReadOnlyList<(int All, int Left)> groups)
    {
        var (small, all, left) = (0, 0, 0);
        while (small < groups.Count && (AreFew(groups[small].All, groups[small].Left) || AreFew(all, left)))
        {
            (all, left) = (all + groups[small].All, left + groups[small].Left);
            small++;
        }

        return small;

        static bool AreFew(int all, int left) => all is > 0 and < FairnessReport.SmallestGroup || left is > 0 and < FairnessReport.SmallestGroup;
    }

    /// <summary>
    /// Which groups keep a figure back. What they count together follows from the others and the whole: where it tells of few,
    /// the smallest group beside them keeps its figure back, too. A group in which there is nothing to count hides nothing.
    /// </summary>
    /// <param name="counts">Of what the figure tells, in each group.</param>
    private static HashSet<int> KeptBack(IReadOnlyList<FairnessGroup> groups, Func<FairnessGroup, double?> figure, IReadOnlyList<(int Some, int All)> counts)
    {
        var counted = Enumerable.Range(0, groups.Count).Where(number => counts[number].All > 0).OrderBy(number => counts[number].All).ToList();
        var hidden = counted.Where(number => figure(groups[number]) is null).ToHashSet();
        while (hidden.Count < counted.Count && (hidden.Count == 1 || FairnessReport.TellsOfFew(hidden.Sum(number => counts[number].Some), hidden.Sum(number => counts[number].All))))
            hidden.Add(counted.First(number => !hidden.Contains(number)));
        return hidden;
    }
}
