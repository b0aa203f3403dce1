using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Registrations;

namespace Mentoring.Functions.Partnerships;

/// <summary>The review that awaits one side's answer.</summary>
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
        foreach (var form in PartnershipReviews.Of(state))
        {
            if (await reader.StateAsync(Stages.Reviews, round, form, cancellation) is Review.Open review && review.Form.Party == party && !review.Answer.IsOver(now))
                open = new OpenReview(review.Form.Decides(state), review.Answer.Until, IsAnswered: false, "/reviews/" + LinkPath.Of(path, form));
        }

        return open;
    }
}
