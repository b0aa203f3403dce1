namespace Mentoring.Core.Schemes;

/// <summary>A form that stands elsewhere, such as in Microsoft Forms, and what its answers mean here.</summary>
/// <param name="Questions">Question's id → field of a registration, in the order of the settings.</param>
/// <param name="Answers">Answer's words → value, such as <c>I agree</c> → <c>yes</c>. Titles of areas, roles and yes need none.</param>
public sealed record FormsQuestions(IReadOnlyDictionary<string, string> Questions, IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>Fields that a question may stand for: what a registration says of a person, and the id of the response. A test holds them against the form's.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "name", "email", "institution", "jobTitle", "biography", "membershipNumber", "membershipGrade", "experience", "role", "capacity", "offers", "mentorTraining", "seeks", "objectives",
        "reasons", "exclude", "sameInstitution", "commitment", "codeOfConduct", "privacy", "submissionId",
    ];

    /// <summary>Those of them to which several questions may lead.</summary>
    public static IReadOnlyList<string> Repeated { get; } = ["offers", "seeks", "exclude"];

    public static FormsQuestions None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());
}
