using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>What a round's reviews say, in figures. Answers are counted only where their authors allow figures.</summary>
internal sealed class ReviewTables
{
    private readonly List<IReadOnlyDictionary<string, IReadOnlyList<string>>> _allowed;

    private ReviewTables(IReadOnlyCollection<Review> reviews)
    {
        _allowed = [.. reviews.OfType<Review.Answered>().Select(review => new AllowedAnswers(review).For(ReviewPurposes.ReportFigures)?.Values).OfType<IReadOnlyDictionary<string, IReadOnlyList<string>>>()];
        All = [Answered(reviews), Objectives(), Aims()];
    }

    public IReadOnlyList<ReportTable> All { get; }

    public static ReviewTables Of(RoundBook book) => BookShelf.Once(book.Reviews, () => new ReviewTables([.. book.Reviews.Values]));

    private static ReportTable Answered(IEnumerable<Review> reviews)
    {
        var counts = reviews.Where(review => review is not Review.Open).Select(review => (Form: Review.FormOf(review), IsAnswered: review is Review.Answered))
            .Where(review => review.Form is not null).CountBy(review => (review.Form!.Kind, review.Form.Party, review.IsAnswered)).ToDictionary();
        return new ReportTable("reviews", "Reviews answered", "", ["Review", "Asked", "Answered", "Share"],
        [
            .. from kind in Enum.GetValues<ReviewKind>()
               from party in Enum.GetValues<Party>()
               let answered = counts.GetValueOrDefault((kind, party, true))
               let asked = answered + counts.GetValueOrDefault((kind, party, false))
               where asked > 0
               select (IReadOnlyList<string>)[$"{(kind == ReviewKind.Asked ? "asked for" : kind.Code())}, {party.Code()}s", ShownFigures.Count(asked), ShownFigures.Part(answered, asked), ShownFigures.Share(answered, asked)],
        ]);
    }

    /// <summary>Of final reviews.</summary>
    private ReportTable Objectives()
    {
        var answers = _allowed.Select(values => values.GetValueOrDefault("objectives")?[0]).OfType<string>().ToList();
        var options = ReviewQuestions.For(ReviewKind.Final, Party.Mentee, true).First(question => question.Code == "objectives").Options;
        List<int> counts = [.. options.Select(option => answers.Count(answer => answer == option.Code))];
        return new ReportTable("objectives", "Objectives reached", $"From {ShownFigures.Text(answers.Count)} final reviews whose authors allow figures.", ["Answer", "Reviews", "Share"],
            answers.Count < FairnessReport.SmallestGroup ? [] : [.. options.Zip(counts, ShownFigures.Parts(counts)).Select(row => (IReadOnlyList<string>)
                [row.First.Label, row.Third, row.Third is ShownFigures.TooFew or ShownFigures.KeptBack ? row.Third : ShownFigures.Percent(row.Second, answers.Count)])]);
    }

    private ReportTable Aims()
    {
        var finals = _allowed.Where(values => values.ContainsKey("objectives")).ToList();
        return new ReportTable("aims", "The scheme’s five aims", $"Which of them the partnerships served, from {ShownFigures.Text(finals.Count)} final reviews whose authors allow figures.", ["Aim", "Reviews", "Share"],
            finals.Count < FairnessReport.SmallestGroup ? [] : [.. ReviewQuestions.SchemeObjectives.Select(aim => Aim(aim.Label, finals.Count(values => values.GetValueOrDefault("schemeObjectives")?.Contains(aim.Code) == true), finals.Count))]);
    }

    /// <summary>A count that is small, or leaves few beside it, is kept back, and so is the share that would give it away.</summary>
    private static IReadOnlyList<string> Aim(string label, int count, int all) => count is > 0 and < FairnessReport.SmallestGroup
        ? [label, ShownFigures.TooFew, ShownFigures.TooFew]
        : [label, ShownFigures.Part(count, all), ShownFigures.Share(count, all)];
}
