using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Memberships;

/// <summary>Asks the records about a person, and sees the answer by the scheme's rules.</summary>
public sealed class MembershipAsking(IMembershipRecords records, Scheme scheme)
{
    /// <summary>False where the form is trusted.</summary>
    public bool IsOn => records.AreThere;

    /// <summary>Null where the records do not answer now.</summary>
    public async ValueTask<MembershipFinding?> FindAsync(Entry entry, CancellationToken cancellation) => await records.FindAsync(entry.MembershipNumber, cancellation) switch
    {
        null => null,
        MembershipRecord.Member { IsCurrent: false } => MembershipFinding.Lapsed,
        MembershipRecord.Member { Grade: { } grade } when !scheme.Admits(grade) => MembershipFinding.NotAdmitted,
        MembershipRecord.Member => MembershipFinding.InOrder,
        _ => MembershipFinding.Unknown,
    };
}
