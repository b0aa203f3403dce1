using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>People and rules as they might be: matched beside those that are, and never kept.</summary>
public sealed record WhatIf(Pool Pool, MatchingRules Rules)
{
    /// <param name="today">The matching of today's people by today's rules.</param>
    /// <param name="seed">That by which they were matched: both draw the same lots.</param>
    public WhatIfOutcome Against(RoundSolution today, string seed)
    {
        var matching = new RoundMatching(Rules);
        var problem = matching.ProblemOf(Pool, today);
        var then = matching.Run(Pool, problem, seed);
        var (before, after) = (today.Result.Matches.ToDictionary(match => match.MenteeId, StringComparer.Ordinal), then.Matches.ToDictionary(match => match.MenteeId, StringComparer.Ordinal));
        // Today's waiting list, then whoever is new.
        var everybody = today.Pool.Mentees.Concat(Pool.Mentees).Select(mentee => mentee.Id).Distinct(StringComparer.Ordinal);
        var changes = everybody.Select(id => new WhatIfChange(
                id, before.GetValueOrDefault(id)?.MentorId, after.GetValueOrDefault(id)?.MentorId, before.GetValueOrDefault(id)?.Score, after.GetValueOrDefault(id)?.Score))
            .Where(change => change.From != change.To).ToList();
        return new WhatIfOutcome(
            RoundTotals.Of(today.Pool, today.Result),
            RoundTotals.Of(Pool, then),
            ScoreBy(today.Rules, then),
            CertificateChecker.Check(problem, then.Certificate).Holds,
            [.. changes.Where(change => change.From is null)],
            [.. changes.Where(change => change.To is null)],
            [.. changes.Where(change => change.From is not null && change.To is not null)]);
    }

    /// <summary>The new pairs counted by the old weights, so that the two totals can be compared where weights changed.</summary>
    private long ScoreBy(MatchingRules rules, RoundResult then)
    {
        if (rules.Weights == Rules.Weights)
            return then.Matches.Sum(match => match.Score);
        var score = new PairScore(rules);
        var mentees = Pool.Mentees.ToDictionary(mentee => mentee.Id, StringComparer.Ordinal);
        var mentors = Pool.Mentors.ToDictionary(mentor => mentor.Id, StringComparer.Ordinal);
        return then.Matches.Sum(match => score.Of(mentees[match.MenteeId], mentors[match.MentorId]));
    }
}
