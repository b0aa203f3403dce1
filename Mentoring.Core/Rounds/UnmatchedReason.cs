namespace Mentoring.Core.Rounds;

/// <summary>Why somebody was not matched, and what would have changed it.</summary>
/// <param name="Code"><c>no-mentor-offers</c>, <c>no-eligible-mentor</c> or <c>all-full</c>.</param>
/// <param name="ToCoordinator">Sentences; they may name ids of mentors.</param>
/// <param name="ToApplicant">Sentences that say nothing about anybody else.</param>
/// <param name="Change">What both are told of, for programs.</param>
public sealed record UnmatchedReason(string Code, IReadOnlyList<string> ToCoordinator, IReadOnlyList<string> ToApplicant, LeastChange Change);
