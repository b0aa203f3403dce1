using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>People and rules as they might be: matched beside those that are, and never kept.</summary>
public sealed record WhatIf(Pool Pool, MatchingRules Rules)
{
    /// <param name="today">The matching of today's people by today's rules.</param>
    /// <param name="seed">That by which they were matched: both draw the same lots.</param>
    public WhatIfOutcome Against(RoundSolution today, string seed)
    {
        var then = MatchingSolver.Solve(new RoundMatching(Rules).ProblemOf(Pool, today), StableKey.Of(seed));
        // Found once: a pair's place in a large problem is looked for all over memory.
        var pairs = PairsOf(then).ToList();
        var before = today.Result.Matches.ToDictionary(match => match.MenteeId, match => (match.MentorId, match.Score), StringComparer.Ordinal);
        var after = pairs.ToDictionary(pair => pair.Mentee.Id, pair => (MentorId: pair.Mentor.Id, pair.Score), StringComparer.Ordinal);
        // Today's waiting list, then whoever is new.
        var everybody = today.Pool.Mentees.Concat(Pool.Mentees).Select(mentee => mentee.Id).Distinct(StringComparer.Ordinal);
        var changes = everybody.Select(id => (Id: id, From: before.GetValueOrDefault(id), To: after.GetValueOrDefault(id))).Where(one => one.From.MentorId != one.To.MentorId)
            .Select(one => new WhatIfChange(one.Id, one.From.MentorId, one.To.MentorId, one.From.MentorId is null ? null : one.From.Score, one.To.MentorId is null ? null : one.To.Score)).ToList();
        return new WhatIfOutcome(
            RoundTotals.Of(today.Pool, today.Result),
            RoundTotals.Of(Pool, pairs.Count, pairs.Sum(pair => pair.Score), pairs.Count(pair => pair.IsAcross)),
            ScoreBy(today.Rules, pairs),
            CertificateChecker.Check(then.Problem, then.ToCertificate()).Holds,
            [.. changes.Where(change => change.From is null)],
            [.. changes.Where(change => change.To is null)],
            [.. changes.Where(change => change.From is not null && change.To is not null)]);
    }

    private IEnumerable<MatchedPair> PairsOf(MatchingSolution then)
    {
        for (var mentee = 0; mentee < then.MentorOf.Length; mentee++)
        {
            if (then.MentorOf[mentee] is not (not MatchingSolution.Unmatched and var mentor))
                continue;
            var pair = then.Problem.FindPair(mentee, mentor);
            yield return new MatchedPair(Pool.Mentees[mentee], Pool.Mentors[mentor], then.Problem.PairScores[pair], then.Problem.IsCrossInstitution(pair));
        }
    }

    /// <summary>The new pairs counted by the old weights, so that the two totals can be compared where weights changed.</summary>
    private long ScoreBy(MatchingRules rules, IReadOnlyList<MatchedPair> pairs)
    {
        var score = new PairScore(rules);
        return rules.Weights == Rules.Weights ? pairs.Sum(pair => pair.Score) : pairs.Sum(pair => score.Of(pair.Mentee, pair.Mentor));
    }

    private readonly record struct MatchedPair(PoolMentee Mentee, PoolMentor Mentor, long Score, bool IsAcross);
}
