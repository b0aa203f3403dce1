namespace Mentoring.Pages.Registrations;

/// <summary>Names of the registration form's fields, as every form and file uses them.</summary>
public static class RegistrationFields
{
    public const string Name = "name";
    public const string Email = "email";
    public const string Institution = "institution";
    public const string JobTitle = "jobTitle";
    public const string Biography = "biography";
    public const string MembershipNumber = "membershipNumber";
    public const string MembershipGrade = "membershipGrade";
    public const string Role = "role";
    public const string Capacity = "capacity";
    public const string Offers = "offers";
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

    /// <summary>A trap for robots: people don't see it, and it must stay empty.</summary>
    public const string Website = "website";

    /// <summary>Those that people fill in, in the order of the form.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        Name, Email, Institution, JobTitle, Biography, MembershipNumber, MembershipGrade, Role,
        Capacity, Offers, Seeks, Objectives, Reasons, Exclude, SameInstitution, Commitment, CodeOfConduct, Privacy,
    ];
}
