using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>Why somebody was not matched, and what would have changed it.</summary>
/// <param name="Code"><c>no-mentor-offers</c>, <c>no-eligible-mentor</c> or <c>all-full</c>.</param>
/// <param name="ToCoordinator">Sentences; they may name ids of mentors.</param>
/// <param name="ToApplicant">Sentences that say nothing about anybody else.</param>
public sealed record UnmatchedReason(string Code, IReadOnlyList<string> ToCoordinator, IReadOnlyList<string> ToApplicant);

/// <summary>Explains the unmatched of one matching.</summary>
public sealed class UnmatchedReasons(Scheme scheme, Pool pool, RoundResult result)
{
    /// <param name="menteeId">One of the result's unmatched.</param>
    public UnmatchedReason For(string menteeId) => throw new NotSupportedException(menteeId + scheme.Name + pool.Mentees.Count + result.Matches.Count);
}
