using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>A round's result as the solution of the problem that its people make. The problem is built when it is first asked for, once for all who ask.</summary>
public sealed class RoundSolution
{
    private readonly Lazy<MatchingProblem> _problem;

    /// <param name="rules">Those by which the result was found.</param>
    public RoundSolution(MatchingRules rules, Pool pool, RoundResult result)
        : this(rules, pool, result, new(() => new RoundMatching(rules).ProblemOf(pool)))
    {
    }

    private RoundSolution(MatchingRules rules, Pool pool, RoundResult result, Lazy<MatchingProblem> problem) =>
        (Rules, Pool, Result, _problem) = (rules, pool, result, problem);

    public MatchingRules Rules { get; }

    public Pool Pool { get; }

    public RoundResult Result { get; }

    public MatchingProblem Problem => _problem.Value;

    public MatchingSolution Solution => new(Problem, Result.Certificate.MentorOf, Result.Certificate.MenteePrices, Result.Certificate.MentorPrices);

    /// <summary>Matches a pool and keeps the problem at hand.</summary>
    /// <param name="seed">See <see cref="RoundMatching"/>.</param>
    public static RoundSolution Of(MatchingRules rules, Pool pool, string seed)
    {
        var matching = new RoundMatching(rules);
        var problem = matching.ProblemOf(pool);
        return new(rules, pool, matching.Run(pool, problem, seed), new(problem));
    }
}
