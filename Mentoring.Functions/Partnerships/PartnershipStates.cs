using Mentoring.Core.Agreements;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Pages.Partnerships;
using Mentoring.Pages.Registrations;

namespace Mentoring.Functions.Partnerships;

/// <summary>What the pair's page says of a partnership.</summary>
internal static class PartnershipStates
{
    /// <param name="openReview">Null where none awaits an answer.</param>
    public static PartnershipState Of(PairView view, Agreement agreement, string token, OpenReview? openReview, string zone, DateTimeOffset now)
    {
        var registration = LinkPath.OwnPage(token);
        return view.State switch
        {
            Partnership.Agreeing when Agreement.TimeOf(agreement) is { } sign && !sign.IsOver(now) => new PartnershipState.Signing(sign.Until, $"/agreements/{token}")
            {
                HasSigned = Agreement.SignatureOf(agreement, view.Party) is not null,
            },
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
