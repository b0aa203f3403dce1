using Mentoring.Core.People;

namespace Mentoring.Core.Registrations;

/// <summary>What a person wrote on the registration form, checked.</summary>
/// <param name="Mentor">Null unless they register as mentor.</param>
/// <param name="Mentee">Null unless they register as mentee.</param>
/// <param name="Exclude">People never to be paired with, by <see cref="EmailAddress.Person"/>.</param>
public sealed record Entry(
    string Name,
    EmailAddress Email,
    string Institution,
    string JobTitle,
    string Biography,
    string MembershipNumber,
    string MembershipGrade,
    MentorProfile? Mentor,
    MenteeProfile? Mentee,
    IReadOnlyList<string> Exclude,
    SameInstitution SameInstitution,
    Declarations Declarations);

/// <param name="Capacity">How many mentees at a time.</param>
/// <param name="Offers">Codes of areas of expertise.</param>
public sealed record MentorProfile(int Capacity, IReadOnlyList<string> Offers);

/// <param name="Seeks">Codes of areas of expertise, most wanted first.</param>
public sealed record MenteeProfile(IReadOnlyList<string> Seeks, string Objectives, string Reasons);

/// <summary>What the person confirmed, each with the version of the document they were shown.</summary>
public sealed record Declarations(DateTimeOffset At, bool Commitment, IReadOnlyList<ReadDocument> Read);

/// <summary>A document that was read and accepted.</summary>
public sealed record ReadDocument(string Code, string Version);

/// <summary>What a person says about a partner of their own institution.</summary>
public enum SameInstitution
{
    /// <summary>Nothing: the scheme's rule decides.</summary>
    NoWish,

    /// <summary>Never, whatever the scheme's rule.</summary>
    Avoid,

    /// <summary>Welcome, where the other says so too.</summary>
    Allow,
}
