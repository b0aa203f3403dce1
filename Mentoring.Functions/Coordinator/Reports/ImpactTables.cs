using System.Globalization;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>What a round brought about, in figures. Answers are counted only where their authors allow figures, and never so few that they tell of one person.</summary>
internal sealed class ImpactTables(RoundBook book)
{
    private const string TooFew = "fewer than 5";
    private const string KeptBack = "kept back";

    private readonly List<IReadOnlyDictionary<string, IReadOnlyList<string>>> _allowed =
        [.. book.Reviews.Values.OfType<Review.Answered>().Select(review => new AllowedAnswers(review).For(ReviewPurposes.ReportFigures)?.Values).OfType<IReadOnlyDictionary<string, IReadOnlyList<string>>>()];

    public IReadOnlyList<ReportTable> All() => [Acceptance(), Endings(), Reviews(), Objectives(), Aims()];

    private ReportTable Acceptance()
    {
        var answered = book.Offers.Values.Count(offer => offer is Offer.Accepted or Offer.Declined or Offer.Expired);
        var accepted = book.Offers.Values.OfType<Offer.Accepted>().ToList();
        var days = accepted.Select(offer => (offer.AcceptedAt - book.Plan!.Deadline.Instant).TotalDays).Order().ToList();
        return new ReportTable("acceptance", "From offer to introduction", "Days count from the round’s deadline to the introduction.", ["What", "Figure"],
        [
            ["Offers made", Suppressed(book.Offers.Count)], ["Offers answered or run out", Suppressed(answered)], ["Offers accepted", Part(accepted.Count, answered, Text(accepted.Count))],
            ["Accepted, of those answered or run out", Part(accepted.Count, answered, Percent(accepted.Count, answered))],
            ["Days to introduction, median", days.Count < FairnessReport.SmallestGroup ? TooFew : Number(days[days.Count / 2])],
            ["Days to introduction, longest", days.Count < FairnessReport.SmallestGroup ? TooFew : Number(days[^1])],
        ]);
    }

    private ReportTable Endings()
    {
        var ended = book.Partnerships.Values.OfType<Partnership.Ended>().GroupBy(one => one.Ending.Reason).ToDictionary(group => group.Key, group => group.Count());
        var reasons = Enum.GetValues<EndingReason>().Where(ended.ContainsKey).ToList();
        return new ReportTable("endings", "How partnerships ended", "Without blame, whatever the reason.", ["Reason", "Partnerships"],
            [.. reasons.Zip(Parts([.. reasons.Select(reason => ended[reason])]), (reason, part) => (IReadOnlyList<string>)[Words(reason), part])]);
    }

    private ReportTable Reviews()
    {
        var counts = book.Reviews.Values.Where(review => review is not Review.Open).Select(review => (Form: Review.FormOf(review), IsAnswered: review is Review.Answered))
            .Where(review => review.Form is not null).CountBy(review => (review.Form!.Kind, review.Form.Party, review.IsAnswered)).ToDictionary();
        return new ReportTable("reviews", "Reviews answered", "", ["Review", "Asked", "Answered", "Share"],
        [
            .. from kind in Enum.GetValues<ReviewKind>()
               from party in Enum.GetValues<Party>()
               let answered = counts.GetValueOrDefault((kind, party, true))
               let asked = answered + counts.GetValueOrDefault((kind, party, false))
               where asked > 0
               select (IReadOnlyList<string>)[$"{(kind == ReviewKind.Asked ? "asked for" : kind.Code())}, {party.Code()}s", Suppressed(asked), Part(answered, asked, Text(answered)), Part(answered, asked, Percent(answered, asked))],
        ]);
    }

    /// <summary>Of final reviews.</summary>
    private ReportTable Objectives()
    {
        var answers = _allowed.Select(values => values.GetValueOrDefault("objectives")?[0]).OfType<string>().ToList();
        var options = ReviewQuestions.For(ReviewKind.Final, Party.Mentee, true).First(question => question.Code == "objectives").Options;
        List<int> counts = [.. options.Select(option => answers.Count(answer => answer == option.Code))];
        return new ReportTable("objectives", "Objectives reached", $"From {Text(answers.Count)} final reviews whose authors allow figures.", ["Answer", "Reviews", "Share"],
            answers.Count < FairnessReport.SmallestGroup ? [] : [.. options.Zip(counts, Parts(counts)).Select(row => (IReadOnlyList<string>)[row.First.Label, row.Third, row.Third is TooFew or KeptBack ? row.Third : Percent(row.Second, answers.Count)])]);
    }

    private ReportTable Aims()
    {
        var finals = _allowed.Where(values => values.ContainsKey("objectives")).ToList();
        return new ReportTable("aims", "The scheme’s five aims", $"Which of them the partnerships served, from {Text(finals.Count)} final reviews whose authors allow figures.", ["Aim", "Reviews", "Share"],
            finals.Count < FairnessReport.SmallestGroup ? [] : [.. ReviewQuestions.SchemeObjectives.Select(aim => Aim(aim.Label, finals.Count(values => values.GetValueOrDefault("schemeObjectives")?.Contains(aim.Code) == true), finals.Count))]);
    }

    /// <summary>A count that is small, and so the share that would give it away, is kept back.</summary>
    private static IReadOnlyList<string> Aim(string label, int count, int all) =>
        count is > 0 and < FairnessReport.SmallestGroup ? [label, TooFew, TooFew] : [label, Text(count), Percent(count, all)];

    private static string Suppressed(int count) => count is > 0 and < FairnessReport.SmallestGroup ? TooFew : Text(count);

    /// <summary>Counts that make up a whole. One that alone is kept back would follow from the others, so the least of those goes with it.</summary>
    private static List<string> Parts(IReadOnlyList<int> counts)
    {
        var shown = counts.Select(Suppressed).ToList();
        var others = Enumerable.Range(0, counts.Count).Where(part => counts[part] >= FairnessReport.SmallestGroup).ToList();
        if (shown.Count(part => part == TooFew) == 1 && others.Count > 0)
            shown[others.MinBy(part => counts[part])] = KeptBack;
        return shown;
    }

    private static string Part(int some, int all, string shown) => FairnessReport.TellsOfFew(some, all) ? KeptBack : shown;

    public static string Words(EndingReason reason) => reason switch
    {
        EndingReason.ObjectivesMet => "objectives met",
        EndingReason.Circumstances => "circumstances changed",
        EndingReason.Capacity => "no time for it",
        EndingReason.RoleChange => "a role changed",
        EndingReason.Completed => "the term was over",
        _ => "another reason",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Percent(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * some / Math.Max(1, all):0}%");
}
