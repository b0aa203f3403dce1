namespace Mentoring.Core.Schemes;

/// <summary>A form that stands elsewhere, such as in Microsoft Forms, and what its answers mean here.</summary>
/// <param name="Questions">Question's id → field of a registration.</param>
/// <param name="Answers">Answer's words → value, such as <c>I agree</c> → <c>yes</c>. Titles of areas, roles, yes and no need none.</param>
public sealed record FormsQuestions(IReadOnlyDictionary<string, string> Questions, IReadOnlyDictionary<string, string> Answers)
{
    public static FormsQuestions None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());
}
