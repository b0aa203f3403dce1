using System.Text.Json.Serialization;
using Mentoring.Core.Time;

namespace Mentoring.Core.Registrations;

/// <summary>What is known of a participant's membership of the association, from its records. Where the form is trusted, nothing is.</summary>
[JsonDerivedType(typeof(Unchecked), "unchecked")]
[JsonDerivedType(typeof(InOrder), "in-order")]
[JsonDerivedType(typeof(Unknown), "unknown")]
[JsonDerivedType(typeof(Lapsed), "lapsed")]
[JsonDerivedType(typeof(Over), "over")]
public abstract record Membership
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private Membership() { }

    /// <summary>The records did not answer yet. No answer is not a no: until there is one the form is trusted.</summary>
    /// <param name="WasMember">The records had them as a member before, such as by the number that they gave then.</param>
    public sealed record Unchecked(DateTimeOffset Since, bool WasMember = false) : Membership;

    /// <param name="Confirmed">By the coordinator's word: that the records know no such member is no news then.</param>
    public sealed record InOrder(DateTimeOffset CheckedAt, bool Confirmed = false) : Membership;

    /// <summary>The records know no such member. A slip of the pen, or theirs: a person has to look.</summary>
    /// <param name="WasMember">As with <see cref="Unchecked"/>.</param>
    public sealed record Unknown(DateTimeOffset Since, DateTimeOffset CheckedAt, bool WasMember = false) : Membership;

    /// <summary>In the period of grace.</summary>
    public sealed record Lapsed(DateTimeOffset Since, LocalInstant RenewBy, DateTimeOffset CheckedAt) : Membership;

    /// <summary>Not renewed within the period of grace.</summary>
    public sealed record Over(DateTimeOffset Since, DateTimeOffset CheckedAt) : Membership;

    /// <summary>Stable, for programs.</summary>
    [JsonIgnore]
    public string Code => this switch
    {
        Unchecked => "unchecked",
        InOrder => "in-order",
        Unknown => "unknown",
        Lapsed => "lapsed",
        _ => "over",
    };

    /// <summary>Whether nobody new is matched with this person.</summary>
    public static bool HoldsBack(Membership? membership) => membership is Unknown or Lapsed or Over;

    /// <summary>Whether the records are to be asked again.</summary>
    public static bool IsDue(Membership? membership, DateTimeOffset now) => membership is null || DueAt(membership) <= now;

    /// <summary>When the records are to be asked again: monthly, as long as all is well; weekly of whoever may yet renew; daily while something is to be settled; at once where they never answered.</summary>
    public static DateTimeOffset DueAt(Membership membership) => membership switch
    {
        InOrder known => known.CheckedAt.AddMonths(1),
        Over known => known.CheckedAt + (7 * Day),
        Unknown known => known.CheckedAt + Day,
        Lapsed known => known.CheckedAt + Day < known.RenewBy.Instant ? known.CheckedAt + Day : known.RenewBy.Instant,
        Unchecked never => never.Since,
        _ => throw new InvalidOperationException("Membership is a closed union."),
    };

    /// <summary>Whether somebody was registered before the records had an answer who would have been refused by it. Whoever was a member is not turned away: they have the days of grace, and another grade is no lapse.</summary>
    public static bool TurnsAway(Membership? before, MembershipFinding finding) => (before, finding) switch
    {
        (Unchecked { WasMember: false }, MembershipFinding.Lapsed or MembershipFinding.NotAdmitted) => true,
        (Unknown { WasMember: false }, MembershipFinding.NotAdmitted) => true,
        _ => false,
    };

    /// <param name="renewBy">End of the period of grace, should it begin now.</param>
    public static Membership After(Membership? before, MembershipFinding finding, LocalInstant renewBy, DateTimeOffset now) => (before, finding) switch
    {
        // Grades are asked for when somebody registers: another grade later is no lapse.
        (_, MembershipFinding.InOrder or MembershipFinding.NotAdmitted) => new InOrder(now),
        (InOrder { Confirmed: true } confirmed, MembershipFinding.Unknown) => confirmed with { CheckedAt = now },
        (Over over, _) => over with { CheckedAt = now },
        (Lapsed lapsed, _) => lapsed.RenewBy.HasPassed(now) ? new Over(lapsed.Since, now) : lapsed with { CheckedAt = now },
        (Unknown unknown, MembershipFinding.Unknown) => unknown with { CheckedAt = now },
        (_, MembershipFinding.Unknown) => new Unknown(now, now, WasOne(before)),
        _ => new Lapsed(now, renewBy, now),
    };

    /// <summary>What is known after a person changed their registration.</summary>
    /// <param name="found">At the door, of what they wrote now; null where nobody was asked.</param>
    public static Membership? AfterAmendment(Membership? before, Entry was, Entry entry, Membership? found, DateTimeOffset now)
    {
        if ((was.MembershipNumber, was.MembershipGrade) == (entry.MembershipNumber, entry.MembershipGrade) && before is not null && found is not InOrder)
            return before;
        return found switch
        {
            null => before is null ? null : new Unchecked(now, WasOne(before)),
            Unchecked unasked => unasked with { WasMember = WasOne(before) },
            Unknown unknown => unknown with { WasMember = WasOne(before) },
            _ => found,
        };
    }

    private static bool WasOne(Membership? membership) => membership is InOrder or Lapsed or Over or Unchecked { WasMember: true } or Unknown { WasMember: true };
}

/// <summary>What the association's records say of somebody, as the scheme's rules see it.</summary>
public enum MembershipFinding
{
    InOrder,

    /// <summary>A member, of a grade that may not register.</summary>
    NotAdmitted,
    Lapsed,

    /// <summary>There is no such member.</summary>
    Unknown,
}
