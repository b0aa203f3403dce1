using Mentoring.Core.Matching;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>Matches a pool: from people to a problem, and from its solution back to people. The same pool and seed give the same result to the byte.</summary>
public sealed class RoundMatching(MatchingRules rules)
{
    /// <summary>Room for pairs is made at once up to here; beyond, it grows with them.</summary>
    private const int MostExpected = 1 << 26;

    private readonly Eligibility _eligibility = rules.Eligibility();
    private readonly PairScore _score = new(rules);

    public RoundMatching(Scheme scheme)
        : this(MatchingRules.Of(scheme))
    {
    }

    /// <param name="seed">Decides between equally good matchings; the round's id.</param>
    public RoundResult Run(Pool pool, string seed) => Run(pool, ProblemOf(pool), seed);

    /// <param name="problem">Of the pool.</param>
    internal RoundResult Run(Pool pool, MatchingProblem problem, string seed)
    {
        var solution = MatchingSolver.Solve(problem, StableKey.Of(seed));
        var matches = new List<RoundMatch>();
        var unmatched = new List<string>();
        for (var mentee = 0; mentee < pool.Mentees.Count; mentee++)
        {
            if (solution.MentorOf[mentee] is var mentor && mentor == MatchingSolution.Unmatched)
                unmatched.Add(pool.Mentees[mentee].Id);
            else
                matches.Add(MatchOf(pool.Mentees[mentee], pool.Mentors[mentor]));
        }

        return new RoundResult(matches, unmatched, solution.ToCertificate());
    }

    /// <summary>Whoever waited longest is in class 1; each round waited less is a class later.</summary>
    public MatchingProblem ProblemOf(Pool pool)
    {
        var index = new AreaIndex(pool.Mentors, pool.Mentees.SelectMany(mentee => mentee.Seeks));
        return ProblemOf(pool, index.CountWithin(pool.Mentees), new PairRows(pool, _eligibility, _score, index).Of);
    }

    /// <param name="before">Another pool, matched by any rules: much of it need not be worked out again.</param>
    internal MatchingProblem ProblemOf(Pool pool, RoundSolution before)
    {
        if (before.Rules.Institutions != rules.Institutions || before.Rules.Weights != rules.Weights || before.Rules.Gates != rules.Gates)
            return ProblemOf(pool);
        if (ChangedRows.AreNone(pool, before.Pool))
            return before.Problem.WithPlaces([.. pool.Mentors.Select(mentor => mentor.Places)]);
        var rows = new ChangedRows(pool, before, _eligibility, _score);
        return ProblemOf(pool, rows.MostPairs, rows.Of);
    }

    /// <summary>The match of two people, with the reasons for it.</summary>
    public RoundMatch MatchOf(PoolMentee mentee, PoolMentor mentor) => new(
        mentee.Id, mentor.Id, mentor.Person, _score.Of(mentee, mentor), _score.Parts(mentee, mentor), mentee.Institution != mentor.Institution);

    private static MatchingProblem ProblemOf(Pool pool, long mostPairs, Func<PoolMentee, PairRow> rowOf)
    {
        var builder = new MatchingProblemBuilder(pool.Mentees.Count, pool.Mentors.Count, (int)Math.Min(MostExpected, mostPairs));
        var longest = pool.Mentees.Count == 0 ? 0 : pool.Mentees.Max(mentee => mentee.RoundsWaited);
        for (var mentor = 0; mentor < pool.Mentors.Count; mentor++)
            builder.SetMentor(mentor, pool.Mentors[mentor].Places, pool.Mentors[mentor].Lot);

        for (var mentee = 0; mentee < pool.Mentees.Count; mentee++)
        {
            builder.SetMentee(mentee, longest - pool.Mentees[mentee].RoundsWaited + 1, pool.Mentees[mentee].Lot);
            var row = rowOf(pool.Mentees[mentee]);
            builder.AddPairs(mentee, row.Mentors, row.Scores, row.Across);
        }

        return builder.Build();
    }
}
