using Mentoring.Core.Partnerships;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Pages.Partnerships;

namespace Mentoring.Functions.Partnerships;

/// <summary>What the pair's page says of a partnership.</summary>
internal static class PartnershipStates
{
    /// <param name="sign">Time to sign; null once the agreement is settled.</param>
    /// <param name="openReview">Path of a review that awaits an answer.</param>
    public static PartnershipState Of(PairView view, Countdown? sign, string token, string? openReview, string zone, DateTimeOffset now)
    {
        var registration = LinkPath.OwnPage(token);
        return view.State switch
        {
            Partnership.Agreeing when sign?.IsOver(now) == false => new PartnershipState.Signing(sign.Until, $"/agreements/{token}"),
            Partnership.Active active => Running(active.Term),
            Partnership.Reviewing reviewing => Running(reviewing.Term),
            Partnership.Ended ended => new PartnershipState.Ended(LocalInstant.At(ended.Ending.At, zone), ended.Ending.Reason == EndingReason.Completed, registration)
            {
                Thanks = ended.Term is null ? null : $"/partnerships/{token}/thanks",
            },
            // Nobody signs any more once the time is over; the clock says so a little later.
            _ => new PartnershipState.Lapsed(registration),
        };

        PartnershipState.Active Running(Term term) => new(LocalInstant.At(term.StartedAt, zone), term.InterimOpened ? null : term.Interim, term.Ends, openReview);
    }
}
