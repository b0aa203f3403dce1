using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Memberships;

/// <summary>Asks for a person's membership while they register.</summary>
/// <remarks>Records that do not answer keep nobody out, and neither does a number that they do not know: that is for a person to settle, for it may be a slip of theirs.</remarks>
public sealed class MembershipDoor(MembershipAsking asking, Scheme scheme, TimeProvider time)
{
    /// <returns>What was found, null where nobody is asked; or why this person may not register, for them to read.</returns>
    public async ValueTask<(Membership? Found, string? Refusal)> AskAsync(Entry entry, CancellationToken cancellation)
    {
        if (!asking.IsOn)
            return (null, null);
        var finding = await asking.FindAsync(entry, cancellation);
        var now = time.GetUtcNow();
        return finding switch
        {
            null => (new Membership.Unchecked(now), null),
            MembershipFinding.InOrder => (new Membership.InOrder(now), null),
            MembershipFinding.Unknown => (new Membership.Unknown(now, now), null),
            MembershipFinding.Lapsed => (null, $"The membership records show this membership as lapsed, and {scheme.Name} is for members. Once it is renewed you are welcome to register. If this is a mistake, please write to {scheme.Contact.Email}."),
            _ => (null, $"The membership records show a grade that {scheme.Name} is not open to. It is open to {string.Join(", ", scheme.Grades)}. If this is a mistake, please write to {scheme.Contact.Email}."),
        };
    }
}
