namespace Mentoring.Core.Reviews;

/// <summary>The one way to somebody's answers: for a purpose that its author allowed, and no more of them than the purpose says.</summary>
public sealed class AllowedAnswers(Review.Answered review)
{
    private readonly IReadOnlyList<ReviewQuestion> _questions = ReviewQuestions.For(review.Form);

    /// <summary>What the author wrote for the coordinator to read whatever else they allow; null where they wrote nothing.</summary>
    public string? ToCoordinator => review.Answers.Values.TryGetValue(ReviewQuestions.ToCoordinator, out var words) ? words[0] : null;

    /// <param name="purpose">A code of <see cref="ReviewPurposes"/>.</param>
    /// <returns>Null where the author did not allow it.</returns>
    /// <exception cref="ArgumentException">Nobody is ever asked about such a purpose.</exception>
    public AllowedReading? For(string purpose)
    {
        if (ReviewQuestions.Purposes.All(known => known.Code != purpose))
            throw new ArgumentException($"Answers may be read for {string.Join(", ", ReviewQuestions.Purposes.Select(known => known.Code))}; not for {purpose}.", nameof(purpose));
        if (!review.Answers.Purposes.Contains(purpose, StringComparer.Ordinal))
            return null;
        return purpose switch
        {
            ReviewPurposes.ImproveScheme => Reading(named: true, _ => true),
            // Counted, so neither a name nor words.
            ReviewPurposes.ReportFigures => Reading(named: false, question => question.Kind != ReviewQuestionKind.Words),
            // What was told to the coordinator may be about the partner.
            ReviewPurposes.Partner => Reading(named: true, question => question.Code != ReviewQuestions.ToCoordinator),
            // Leave to write to the author, not to use what they wrote.
            _ => Reading(named: true, _ => false),
        };
    }

    private AllowedReading Reading(bool named, Func<ReviewQuestion, bool> includes) => new(
        named ? review.Form.ParticipantId : null,
        _questions.Where(question => includes(question) && review.Answers.Values.ContainsKey(question.Code))
            .ToDictionary(question => question.Code, question => review.Answers.Values[question.Code], StringComparer.Ordinal));
}

/// <summary>What a purpose lets a reader see.</summary>
/// <param name="Author">Registration of who answered; null where the purpose leaves it out.</param>
/// <param name="Values">Question code → answers.</param>
public sealed record AllowedReading(string? Author, IReadOnlyDictionary<string, IReadOnlyList<string>> Values);
