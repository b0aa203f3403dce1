using System.Globalization;
using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>Figures as a report may show them: none that tells of fewer people than may be told of, by itself or by what is left beside it.</summary>
internal static class ShownFigures
{
    public const string TooFew = "fewer than 5";
    public const string KeptBack = "kept back";

    public static string Count(int count) => count is > 0 and < FairnessReport.SmallestGroup ? TooFew : Text(count);

    /// <summary>A part of a whole that is shown, too.</summary>
    public static string Part(int some, int all) => FairnessReport.TellsOfFew(some, all) ? KeptBack : Text(some);

    public static string Share(int some, int all) => FairnessReport.TellsOfFew(some, all) ? KeptBack : Percent(some, all);

    /// <summary>
    /// Counts that make up a whole: what is kept back together follows from the others. Where that tells of one part alone, of few,
    /// or of parts that can only be as large as possible, the least of the others goes with them.
    /// </summary>
    public static List<string> Parts(IReadOnlyList<int> counts)
    {
        var shown = counts.Select(Count).ToList();
        var small = counts.Where((_, part) => shown[part] == TooFew).ToList();
        var others = Enumerable.Range(0, counts.Count).Where(part => counts[part] >= FairnessReport.SmallestGroup).ToList();
        var together = small.Sum();
        if (others.Count > 0 && (small.Count == 1 || together is > 0 and < FairnessReport.SmallestGroup || together > 0 && small.TrueForAll(part => part == FairnessReport.SmallestGroup - 1)))
            shown[others.MinBy(part => counts[part])] = KeptBack;
        return shown;
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Percent(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * some / Math.Max(1, all):0}%");
}
