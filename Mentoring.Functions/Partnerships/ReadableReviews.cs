using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Time;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Partnerships;

namespace Mentoring.Functions.Partnerships;

/// <summary>What the partner of whoever looks lets them read of their reviews, now.</summary>
internal static class ReadableReviews
{
    /// <returns>The latest first.</returns>
    public static async ValueTask<IReadOnlyList<ReadableReview>> ReadAsync(LedgerReader reader, string round, PairView view, string zone, CancellationToken cancellation)
    {
        var readable = new List<ReadableReview>();
        foreach (var form in PartnershipReviews.Ever(view.State, view.Party.Other()))
        {
            if (await reader.StateAsync(Stages.Reviews, round, form, cancellation) is Review.Answered answered
                && new AllowedAnswers(answered).For(ReviewPurposes.Partner) is { Values.Count: > 0 } allowed)
                readable.Add(new ReadableReview(LocalInstant.At(answered.At, zone), [.. Answers(answered.Form, allowed)]));
        }

        return [.. readable.OrderByDescending(review => review.At.Instant)];
    }

    private static IEnumerable<ReadableAnswer> Answers(ReviewForm form, AllowedReading allowed) =>
        from question in ReviewQuestions.For(form)
        where allowed.Values.ContainsKey(question.Code)
        select new ReadableAnswer(question.Label, string.Join('\n', allowed.Values[question.Code].Select(value => question.Options.FirstOrDefault(option => option.Code == value)?.Label ?? value)));
}
