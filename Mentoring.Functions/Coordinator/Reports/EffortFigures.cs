using Mentoring.Core.Partnerships;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>What a round took of a coordinator's time, beside what it brought about.</summary>
internal static class EffortFigures
{
    /// <summary>The usual cost is a full day a week for 20 pairs.</summary>
    public static string Words(RoundBook book)
    {
        var actions = CoordinatorActions.In(book.CoordinatorsEntries);
        var introduced = Introduced(book) is var shown and not ShownFigures.KeptBack ? $" Pairs introduced so far: {shown}." : "";
        return $"A coordinator’s actions so far: {ShownFigures.Text(actions.All)}, of them routine: {ShownFigures.Text(actions.Routine)}.{introduced} Run by hand, 20 pairs usually take a full day a week.";
    }

    public static ReportTable Table(RoundBook book)
    {
        var actions = CoordinatorActions.In(book.CoordinatorsEntries);
        return new ReportTable("effort", "What it took", "Each action of a coordinator is counted once; what follows from it is not.", ["What", "Figure"],
        [
            ["Pairs introduced", Introduced(book)], ["Partnerships that run", Running(book)],
            ["A coordinator’s actions", ShownFigures.Text(actions.All)], ["Of them routine", ShownFigures.Text(actions.Routine)],
        ]);
    }

    /// <summary>Not all of them have begun, or will: some never sign. Beside the offers answered they tell how many did not accept.</summary>
    private static string Introduced(RoundBook book) => ShownFigures.Part(book.Partnerships.Count, ImpactTables.AnsweredIn(book));

    private static string Running(RoundBook book) => Introduced(book) is ShownFigures.KeptBack
        ? ShownFigures.KeptBack
        : ShownFigures.Part(book.Partnerships.Values.Count(one => one is Partnership.Active or Partnership.Reviewing), book.Partnerships.Count);
}
