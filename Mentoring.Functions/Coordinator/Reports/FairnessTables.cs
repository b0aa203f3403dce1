using System.Globalization;
using Mentoring.Core.Rounds;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>The fairness report and the advice whom to recruit, as tables.</summary>
internal static class FairnessTables
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["institution"] = "By institution", ["institution-size"] = "By size of the institution’s group", ["grade"] = "By membership grade", ["rounds-waited"] = "By rounds waited", ["first-time"] = "First time, or waited before",
    };

    /// <summary>Whether the figures are of a matching that was only worked out, of those who wait.</summary>
    public static bool AreOutlook(RoundReport report) => report is { Basis: MatchingBases.Waiting, Fairness.LongestWaitFirst: not null };

    public static IEnumerable<ReportTable> Of(RoundReport report) =>
    [
        .. report.Fairness.Tables.Select(table => new ReportTable(
            "fair-" + table.By, $"{(AreOutlook(report) ? "Who would be matched now" : "Who was matched")}: {Titles.GetValueOrDefault(table.By, table.By).ToLowerInvariant()}", table.Suppressed switch { 0 => "", 1 => "One small group is not shown by itself.", var small => string.Create(CultureInfo.InvariantCulture, $"{small} small groups are put together.") },
            ["Group", "Mentees", "Matched", "Share matched", "Median score", "Accepted"],
            [.. table.Groups.Append(report.Fairness.All with { Name = "all together" }).Select(Row)]) { EndsInTotal = true }),
        Recruitment(report),
    ];

    /// <summary>Without a deadline it is about who waits now: where nobody does there is nothing to advise.</summary>
    private static ReportTable Recruitment(RoundReport report)
    {
        const string title = "Where one more mentor would help";
        IReadOnlyList<string> heads = ["Area", "Mentees who seek it", "Of them unmatched", "Places", "More mentees matched"];
        var isOfWhoWaits = report.Fairness.LongestWaitFirst is null;
        return isOfWhoWaits && report.Totals.Mentees == 0
            ? new("recruit", title, "Nobody is waiting for a mentor now.", heads, [])
            : new("recruit", title, string.Create(CultureInfo.InvariantCulture, $"How many more {(isOfWhoWaits ? "of the mentees who wait now" : "mentees")} would have a mentor, were there one more with {report.Recruitment.PlacesOfAMentor} places who offers the area."),
                heads,
                [.. report.Recruitment.Areas.Select(area => (IReadOnlyList<string>)[area.Title, ShownFigures.Count(area.Seeking), ShownFigures.Part(area.Unmatched, area.Seeking), ShownFigures.Text(area.Places), ShownFigures.Text(area.MatchesWithAll)])]);
    }

    private static IReadOnlyList<string> Row(FairnessGroup group) =>
        [group.Name, ShownFigures.Text(group.Mentees), ShownFigures.Text(group.Matched), Share(group.MatchRate), group.MedianScore?.ToString("0.#", CultureInfo.InvariantCulture) ?? "too few", group.AcceptanceRate is { } rate ? Share(rate) : "too few"];

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");
}
