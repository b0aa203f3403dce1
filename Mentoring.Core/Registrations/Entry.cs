using System.Text.Json.Serialization;
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
    Declarations Declarations)
{
    /// <summary>See <see cref="Experience"/>.</summary>
    public const int MostExperience = 70;

    /// <summary>Whole years in the profession, 0 to <see cref="MostExperience"/>; null where the scheme did not ask.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Experience { get; init; }

    /// <summary>Whether both say the same; when it was declared does not count.</summary>
    public bool SameAs(Entry other) =>
        Plain(this) == Plain(other)
        && (Mentor?.Capacity, Mentor?.Trained) == (other.Mentor?.Capacity, other.Mentor?.Trained)
        && Same(Mentor?.Offers, other.Mentor?.Offers)
        && (Mentee?.Objectives, Mentee?.Reasons) == (other.Mentee?.Objectives, other.Mentee?.Reasons)
        && Same(Mentee?.Seeks, other.Mentee?.Seeks)
        && Same(Exclude, other.Exclude)
        && Declarations.Commitment == other.Declarations.Commitment
        && Same(Declarations.Read, other.Declarations.Read);

    /// <summary>Without what is compared item by item.</summary>
    private static Entry Plain(Entry entry) => entry with { Mentor = null, Mentee = null, Exclude = [], Declarations = Declarations.None };

    private static bool Same<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) => one is null ? other is null : other is not null && one.SequenceEqual(other);
}

/// <param name="Capacity">How many mentees at a time.</param>
/// <param name="Offers">Codes of areas of expertise.</param>
/// <param name="Trained">They say that they have completed the training for mentors.</param>
public sealed record MentorProfile(
    int Capacity, IReadOnlyList<string> Offers, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Trained = false);

/// <param name="Seeks">Codes of areas of expertise, most wanted first.</param>
public sealed record MenteeProfile(IReadOnlyList<string> Seeks, string Objectives, string Reasons);

/// <summary>What the person confirmed, each with the version of the document they were shown.</summary>
public sealed record Declarations(DateTimeOffset At, bool Commitment, IReadOnlyList<ReadDocument> Read)
{
    public static Declarations None { get; } = new(default, false, []);
}

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
