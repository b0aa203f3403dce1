using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Rounds;

/// <summary>What matching needs to know of a registration: codes and ids, no names or words.</summary>
public static class PoolOf
{
    public static PoolMentee Mentee(string id, Registration.Active registration, WaitingHistory history) => new(
        id,
        registration.Person,
        InstitutionKey.Of(registration.Entry.Institution),
        registration.Entry.Mentee!.Seeks,
        registration.NeverWith,
        history.Refused,
        registration.Entry.SameInstitution,
        history.RoundsWaited,
        history.Since,
        Membership.HoldsBack(registration.Membership),
        registration.Entry.Experience);

    public static PoolMentor Mentor(string id, Registration.Active registration, int places) => new(
        id,
        registration.Person,
        InstitutionKey.Of(registration.Entry.Institution),
        registration.Entry.Mentor!.Offers,
        registration.NeverWith,
        registration.Entry.SameInstitution,
        places,
        Membership.HoldsBack(registration.Membership),
        registration.Entry.Mentor.Trained,
        registration.Entry.Experience);
}
