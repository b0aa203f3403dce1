using Mentoring.Core.Reviews;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>What people wrote in a round's reviews, sorted by what they allow.</summary>
internal sealed class Feedback(RoundBook book)
{
    private readonly List<Said> _said = [.. book.Reviews.Values.OfType<Review.Answered>().OrderByDescending(review => review.At).Select(Said.Of)];

    public IReadOnlyList<FeedbackRow> ToCoordinator() =>
        [.. _said.Where(said => said.ToCoordinator is not null).Select(said => new FeedbackRow(Link(said.Form.ParticipantId), "", said.ToCoordinator!))];

    /// <summary>All that was answered in words, but for what stands in <see cref="ToCoordinator"/> already.</summary>
    public IReadOnlyList<FeedbackRow> Needs() =>
    [
        .. from said in _said
           let reading = said.ToImprove
           where reading is not null
           from question in ReviewQuestions.For(said.Form)
           where question.Kind == ReviewQuestionKind.Words && question.Code != ReviewQuestions.ToCoordinator && reading.Values.ContainsKey(question.Code)
           select new FeedbackRow(Link(reading.Author!), question.Label, reading.Values[question.Code][0]),
    ];

    /// <summary>Leave to write to the author, and nothing of what they answered.</summary>
    public IReadOnlyList<DeskLink> CaseStudies() => [.. _said.Select(said => said.CaseStudy).OfType<string>().Distinct(StringComparer.Ordinal).Select(Link)];

    /// <summary>How many allow the coordinator nothing of all this.</summary>
    public int Kept() => _said.Count(said => said is { ToCoordinator: null, ToImprove: null, CaseStudy: null });

    private DeskLink Link(string id) => new(book.NameOf(id), Paths.Person(id));

    /// <summary>What a review's author allows the coordinator to see.</summary>
    private sealed record Said(ReviewForm Form, string? ToCoordinator, AllowedReading? ToImprove, string? CaseStudy)
    {
        public static Said Of(Review.Answered review)
        {
            var allowed = new AllowedAnswers(review);
            return new Said(review.Form, allowed.ToCoordinator, allowed.For(ReviewPurposes.ImproveScheme), allowed.For(ReviewPurposes.CaseStudy)?.Author);
        }
    }
}
