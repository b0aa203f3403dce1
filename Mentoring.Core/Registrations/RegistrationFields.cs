using System.Collections.Frozen;

namespace Mentoring.Core.Registrations;

/// <summary>The names of the fields of a registration: the same in forms, JSON and files.</summary>
public static class RegistrationFields
{
    public const string Name = "name";
    public const string Email = "email";
    public const string Institution = "institution";
    public const string JobTitle = "jobTitle";
    public const string Biography = "biography";
    public const string MembershipNumber = "membershipNumber";
    public const string MembershipGrade = "membershipGrade";
    /// <summary>Asked where mentors must have more of it than their mentees.</summary>
    public const string Experience = "experience";

    public const string Role = "role";
    public const string Capacity = "capacity";
    public const string Offers = "offers";

    /// <summary>Asked of mentors where the scheme wants them trained.</summary>
    public const string MentorTraining = "mentorTraining";
    public const string Seeks = "seeks";
    public const string Objectives = "objectives";
    public const string Reasons = "reasons";
    public const string Exclude = "exclude";
    public const string SameInstitution = "sameInstitution";
    public const string Commitment = "commitment";
    public const string CodeOfConduct = "codeOfConduct";
    public const string Privacy = "privacy";
    public const string SubmissionId = "submissionId";
    public const string Redirect = "redirect";

    /// <summary>Hidden from people; only robots fill it.</summary>
    public const string Website = "website";

    /// <summary>Fields that say something about the person, in the order of the form.</summary>
    public static IReadOnlyList<string> Content { get; } =
    [
        Name, Email, Institution, JobTitle, Biography, MembershipNumber, MembershipGrade, Experience, Role, Capacity, Offers, MentorTraining, Seeks, Objectives,
        Reasons, Exclude, SameInstitution, Commitment, CodeOfConduct, Privacy,
    ];

    /// <summary>All fields, in the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Content, SubmissionId, Redirect, Website];

    /// <summary>Fields with any number of values.</summary>
    public static IReadOnlySet<string> Repeated { get; } = FrozenSet.Create(Offers, Seeks, Exclude);

    /// <summary>Fields that every registration must have, whatever its role.</summary>
    public static IReadOnlyList<string> Required { get; } =
    [
        Name, Email, Institution, JobTitle, Biography, MembershipNumber, MembershipGrade, Role, Commitment, CodeOfConduct, Privacy,
    ];
}
