using Mentoring.Core.Time;

namespace Mentoring.Pages.Partnerships;

/// <summary>A review that its author lets the partner read.</summary>
/// <param name="At">When it was answered.</param>
public sealed record ReadableReview(LocalInstant At, IReadOnlyList<ReadableAnswer> Answers);

/// <param name="Question">As the author was asked.</param>
/// <param name="Words">What they chose or wrote, a line for each of several choices.</param>
public sealed record ReadableAnswer(string Question, string Words);
