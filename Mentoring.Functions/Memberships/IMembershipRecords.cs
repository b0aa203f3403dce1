namespace Mentoring.Functions.Memberships;

/// <summary>The association's records of its members.</summary>
public interface IMembershipRecords
{
    /// <summary>False where the scheme trusts what people write: then nobody is ever asked.</summary>
    bool AreThere { get; }

    /// <summary>What they say of a membership number; null where they do not answer now, for whatever reason: ask again later.</summary>
    ValueTask<MembershipRecord?> FindAsync(string number, CancellationToken cancellation);
}
