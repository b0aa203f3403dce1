using Mentoring.Core.Reviews;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>What people wrote in a round's reviews, sorted by what they allow.</summary>
internal sealed class Feedback(RoundBook book, IReadOnlyList<Review> reviews)
{
    /// <summary>Rows that a page holds of each list.</summary>
    private const int Most = 100;

    private readonly List<Review.Answered> _answered = [.. reviews.OfType<Review.Answered>().OrderByDescending(review => review.At)];

    public IReadOnlyList<FeedbackRow> ToCoordinator() =>
        [.. _answered.Select(review => (review, Words: new AllowedAnswers(review).ToCoordinator)).Where(one => one.Words is not null).Take(Most).Select(one => new FeedbackRow(Link(one.review.Form.ParticipantId), "", one.Words!))];

    public IReadOnlyList<FeedbackRow> Needs() =>
    [
        .. (from review in _answered
            let reading = new AllowedAnswers(review).For(ReviewPurposes.ImproveScheme)
            where reading is not null
            from question in ReviewQuestions.For(review.Form)
            where question.Kind == ReviewQuestionKind.Words && question.Code is "support" or "progress" && reading.Values.ContainsKey(question.Code)
            select new FeedbackRow(Link(reading.Author!), question.Label, reading.Values[question.Code][0])).Take(Most),
    ];

    /// <summary>Leave to write to the author, and nothing of what they answered.</summary>
    public IReadOnlyList<DeskLink> CaseStudies() =>
        [.. _answered.Select(review => new AllowedAnswers(review).For(ReviewPurposes.CaseStudy)?.Author).OfType<string>().Distinct(StringComparer.Ordinal).Take(Most).Select(Link)];

    /// <summary>How many allow the coordinator nothing of all this.</summary>
    public int Kept() => _answered.Count(review => new AllowedAnswers(review) is var allowed && allowed.ToCoordinator is null && allowed.For(ReviewPurposes.ImproveScheme) is null && allowed.For(ReviewPurposes.CaseStudy) is null);

    private DeskLink Link(string id) => new(book.NameOf(id), Paths.Person(id));
}
