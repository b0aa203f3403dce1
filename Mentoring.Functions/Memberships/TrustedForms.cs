namespace Mentoring.Functions.Memberships;

/// <summary>No records: what people write on the form is trusted.</summary>
public sealed class TrustedForms : IMembershipRecords
{
    public bool AreThere => false;

    public ValueTask<MembershipRecord?> FindAsync(string number, CancellationToken cancellation) => default;
}
