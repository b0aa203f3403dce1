using System.Globalization;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>What a round brought about, in figures, and never so few that they tell of one person.</summary>
internal static class ImpactTables
{
    public static IReadOnlyList<ReportTable> Of(RoundBook book) => [Acceptance(book), Endings(book), .. ReviewTables.Of(book).All];

    /// <summary>Offers that were answered; silence until the end is an answer.</summary>
    public static int AnsweredIn(RoundBook book) => book.Offers.Values.Count(offer => offer is Offer.Accepted or Offer.Declined or Offer.Expired);

    internal static ReportTable Acceptance(RoundBook book)
    {
        var answered = AnsweredIn(book);
        var accepted = book.Offers.Values.OfType<Offer.Accepted>().ToList();
        var days = accepted.Select(offer => offer.AcceptedAt - BegunAt(book, offer)).OfType<TimeSpan>().Select(waited => waited.TotalDays).Order().ToList();
        return new ReportTable("acceptance", "From offer to introduction", $"Days count from {(book.Plan?.Closes is null ? "a mentee’s registration" : "the round’s deadline")} to the introduction.", ["What", "Figure"],
        [
            ["Offers made", ShownFigures.Count(book.Offers.Count)], ["Offers answered or run out", ShownFigures.Count(answered)], ["Offers accepted", ShownFigures.Part(accepted.Count, answered)],
            ["Accepted, of those answered or run out", ShownFigures.Share(accepted.Count, answered)],
            ["Days to introduction, median", days.Count < FairnessReport.SmallestGroup ? ShownFigures.KeptBack : Number(days[days.Count / 2])],
            ["Days to introduction, longest", days.Count < FairnessReport.SmallestGroup ? ShownFigures.KeptBack : Number(days[^1])],
        ]);
    }

    /// <summary>Where there is no deadline everybody has waited since they registered; null where that is not known any more.</summary>
    private static DateTimeOffset? BegunAt(RoundBook book, Offer.Accepted offer) =>
        book.Plan?.Closes?.Instant ?? (book.Registrations.TryGetValue(offer.Terms.MenteeId, out var registration) ? Registration.ReceivedAtOf(registration) : null);

    private static ReportTable Endings(RoundBook book)
    {
        var ended = book.Partnerships.Values.OfType<Partnership.Ended>().GroupBy(one => one.Ending.Reason).ToDictionary(group => group.Key, group => group.Count());
        var reasons = Enum.GetValues<EndingReason>().Where(ended.ContainsKey).ToList();
        return new ReportTable("endings", "How partnerships ended", "Without blame, whatever the reason.", ["Reason", "Partnerships"],
            [.. reasons.Zip(ShownFigures.Parts([.. reasons.Select(reason => ended[reason])]), (reason, part) => (IReadOnlyList<string>)[Words(reason), part])]);
    }

    public static string Words(EndingReason reason) => reason switch
    {
        EndingReason.ObjectivesMet => "objectives met",
        EndingReason.Circumstances => "circumstances changed",
        EndingReason.Capacity => "no time for it",
        EndingReason.RoleChange => "a role changed",
        EndingReason.Completed => "the term was over",
        _ => "another reason",
    };

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
