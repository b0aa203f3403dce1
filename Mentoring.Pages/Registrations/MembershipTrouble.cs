using Mentoring.Core.Time;

namespace Mentoring.Pages.Registrations;

/// <summary>What is amiss with a person's membership, so that nobody new is matched with them. For that person alone.</summary>
public abstract record MembershipTrouble
{
    private MembershipTrouble()
    {
    }

    /// <summary>The membership records know no member by the number that was given.</summary>
    public sealed record Unknown : MembershipTrouble;

    /// <param name="RenewBy">End of the period of grace; null where it has passed and the records have not answered since.</param>
    public sealed record Lapsed(LocalInstant? RenewBy) : MembershipTrouble;

    /// <summary>Not renewed within the period of grace.</summary>
    public sealed record Over : MembershipTrouble;
}
