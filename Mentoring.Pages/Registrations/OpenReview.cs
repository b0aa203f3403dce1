using Mentoring.Core.Time;

namespace Mentoring.Pages.Registrations;

/// <summary>A review that is open while the person is in a partnership.</summary>
/// <param name="IsFinal">The term is over, and the answers of both decide whether the partnership continues; else it goes on whatever is answered.</param>
/// <param name="IsAnswered">The person has answered; the partner has not.</param>
/// <param name="Path">Of its page; null once it is answered.</param>
public sealed record OpenReview(bool IsFinal, LocalInstant AnswerBy, bool IsAnswered, string? Path);
