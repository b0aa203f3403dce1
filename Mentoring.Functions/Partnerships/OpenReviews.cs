using System.Runtime.CompilerServices;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Registrations;

namespace Mentoring.Functions.Partnerships;

/// <summary>The reviews that await an answer, as one side sees them.</summary>
internal static class OpenReviews
{
    /// <summary>The latest; at the end of a term also one that awaits the partner's. Null where none does.</summary>
    /// <param name="path">See <see cref="LinkPath"/>.</param>
    public static async ValueTask<OpenReview?> ReadAsync(LedgerReader reader, string path, string round, Partnership state, Party party, DateTimeOffset now, CancellationToken cancellation)
    {
        // At the end of a term whoever has answered waits for the other.
        if (state is Partnership.Reviewing reviewing && reviewing.Wishes.Of(party) is not null)
            return new OpenReview(IsFinal: true, reviewing.AnswerBy, IsAnswered: true, Path: null);
        OpenReview? open = null;
        await foreach (var review in OutAsync(reader, round, state, now, cancellation))
        {
            if (review.Form.Party == party)
                open = new OpenReview(review.Form.Decides(state), review.Answer.Until, IsAnswered: false, "/reviews/" + LinkPath.Of(path, review.Form.Id));
        }

        return open;
    }

    /// <summary>Until when the partner can answer a review that one of the two asked for; null where none is out with them. Until then no other can be asked for.</summary>
    public static async ValueTask<LocalInstant?> PartnerAnswersByAsync(LedgerReader reader, string round, Partnership state, Party party, DateTimeOffset now, CancellationToken cancellation)
    {
        LocalInstant? until = null;
        await foreach (var review in OutAsync(reader, round, state, now, cancellation))
        {
            if (review.Form is { Kind: ReviewKind.Asked } form && form.Party != party)
                until = review.Answer.Until;
        }

        return until;
    }

    private static async IAsyncEnumerable<Review.Open> OutAsync(LedgerReader reader, string round, Partnership state, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var form in PartnershipReviews.Of(state))
        {
            if (await reader.StateAsync(Stages.Reviews, round, form, cancellation) is Review.Open review && !review.Answer.IsOver(now))
                yield return review;
        }
    }
}
