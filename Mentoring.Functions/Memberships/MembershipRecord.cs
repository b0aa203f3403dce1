namespace Mentoring.Functions.Memberships;

/// <summary>What the association's records say of a membership number.</summary>
public abstract record MembershipRecord
{
    private MembershipRecord() { }

    /// <param name="IsCurrent">False for a membership that has lapsed.</param>
    /// <param name="Grade">Null where the records keep none: then the form's stands.</param>
    public sealed record Member(bool IsCurrent, string? Grade) : MembershipRecord;

    public sealed record NoMember : MembershipRecord;
}
