using Mentoring.Core.People;
using Mentoring.Pages;
using Mentoring.Pages.Partnerships;

namespace Mentoring.Functions.Partnerships;

/// <summary>A pair's page for programs.</summary>
/// <param name="State"><c>signing</c>, <c>active</c>, <c>ended</c> or <c>lapsed</c>.</param>
/// <param name="Party">The side of whose link it is: <c>mentor</c> or <c>mentee</c>.</param>
/// <param name="Partner">Null after their data was erased.</param>
/// <param name="OpenReview">Path of a review that awaits an answer; null where none does.</param>
internal sealed record PartnershipSummary(
    string PartnershipId,
    string State,
    string Party,
    PersonCard? Partner,
    DateTimeOffset? SignBy,
    DateTimeOffset? Started,
    DateTimeOffset? InterimReview,
    DateTimeOffset? Ends,
    DateTimeOffset? Ended,
    string? OpenReview)
{
    public static PartnershipSummary Of(PairView view, PartnershipState state)
    {
        var bare = new PartnershipSummary(view.Pair.PartnershipId, "lapsed", view.Party.Code(), view.Partner, null, null, null, null, null, null);
        return state switch
        {
            PartnershipState.Signing signing => bare with { State = "signing", SignBy = signing.SignBy.Instant },
            PartnershipState.Active active => bare with
            {
                State = "active",
                Started = active.Started.Instant,
                InterimReview = active.InterimReview?.Instant,
                Ends = active.Ends.Instant,
                OpenReview = active.OpenReview?.Path,
            },
            PartnershipState.Ended ended => bare with { State = "ended", Ended = ended.On.Instant },
            _ => bare,
        };
    }
}
