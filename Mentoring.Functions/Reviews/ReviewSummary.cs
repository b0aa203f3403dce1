using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Pages.Reviews;

namespace Mentoring.Functions.Reviews;

/// <summary>A review for programs. What was answered is not given out again.</summary>
/// <param name="State"><c>open</c>, <c>answered</c> or <c>closed</c>.</param>
/// <param name="AnswerBy">Null once answered.</param>
/// <param name="Purposes">For which the answers may be used now; null while there are none.</param>
internal sealed record ReviewSummary(
    string ReviewId, string Kind, string Party, string State, DateTimeOffset? AnswerBy, DateTimeOffset? AnsweredAt, IReadOnlyList<ReviewQuestion> Questions,
    IReadOnlyList<string>? Purposes)
{
    public static ReviewSummary Of(ReviewForm form, ReviewState state, Review review)
    {
        var bare = new ReviewSummary(form.Id, form.Kind.Code(), form.Party.Code(), "open", null, null, ReviewQuestions.For(form), (review as Review.Answered)?.Answers.Purposes);
        return state switch
        {
            ReviewState.Open open => bare with { AnswerBy = open.AnswerBy.Instant },
            ReviewState.Answered answered => bare with { State = "answered", AnsweredAt = answered.At.Instant },
            ReviewState.Closed closed => bare with { State = "closed", AnswerBy = closed.AnswerBy.Instant },
            _ => throw new InvalidOperationException("ReviewState is a closed union."),
        };
    }
}
