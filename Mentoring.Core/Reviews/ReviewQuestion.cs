namespace Mentoring.Core.Reviews;

/// <summary>A question of a review form.</summary>
/// <param name="Code">Name of the form field and of the stored answer.</param>
/// <param name="Hint">Said below the question; empty where there is nothing to add.</param>
/// <param name="Options">What may be answered; empty for <see cref="ReviewQuestionKind.Words"/>.</param>
/// <param name="MaxLength">In characters, of an answer in words; 0 for the other kinds.</param>
public sealed record ReviewQuestion(
    string Code,
    string Label,
    string Hint,
    ReviewQuestionKind Kind,
    bool Required,
    IReadOnlyList<ReviewOption> Options,
    int MaxLength);

/// <param name="Code">Value of the form field.</param>
public sealed record ReviewOption(string Code, string Label);

public enum ReviewQuestionKind
{
    /// <summary>Free words, up to <see cref="ReviewQuestion.MaxLength"/>.</summary>
    Words,

    /// <summary>Exactly one of the options.</summary>
    One,

    /// <summary>Any number of the options, none included.</summary>
    Any,
}
