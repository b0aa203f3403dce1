using Mentoring.Core.Registrations;
using Mentoring.Functions.Registrations;
using Mentoring.Pages.Registrations;

namespace Mentoring.Functions.Memberships;

/// <summary>Tells a person of what is amiss with their own membership, and nobody else.</summary>
internal static class MembershipTroubles
{
    /// <summary>Null where nothing is amiss, or nothing is known; and where nothing runs any more, for then nobody asks the records again.</summary>
    public static MembershipTrouble? Of(Station station, DateTimeOffset now) => !station.IsLive || station.Registration is not Registration.Active { Membership: var membership } ? null : membership switch
    {
        Membership.Unknown => new MembershipTrouble.Unknown(),
        Membership.Lapsed lapsed => new MembershipTrouble.Lapsed(lapsed.RenewBy.HasPassed(now) ? null : lapsed.RenewBy),
        Membership.Over => new MembershipTrouble.Over(),
        _ => null,
    };
}
