using Mentoring.Core.Registrations;
using Mentoring.Pages.Registrations;

namespace Mentoring.Functions.Memberships;

/// <summary>Tells a person of their own membership's lapse, and nobody else.</summary>
internal static class MembershipLapses
{
    /// <summary>Null where nothing is amiss, or nothing is known.</summary>
    public static MembershipLapse? Of(Registration registration) => registration is not Registration.Active { Membership: var membership } ? null : membership switch
    {
        Membership.Lapsed lapsed => new MembershipLapse(lapsed.RenewBy),
        Membership.Over => new MembershipLapse(RenewBy: null),
        _ => null,
    };
}
