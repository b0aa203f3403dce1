using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>A round's result as the solution of the problem that its people make. The problem is built when it is first asked for, once for all who ask.</summary>
/// <param name="rules">Those by which the result was found.</param>
public sealed class RoundSolution(MatchingRules rules, Pool pool, RoundResult result)
{
    private readonly Lazy<MatchingSolution> _solution = new(() => new MatchingSolution(
        new RoundMatching(rules).ProblemOf(pool), result.Certificate.MentorOf, result.Certificate.MenteePrices, result.Certificate.MentorPrices));

    public MatchingRules Rules => rules;

    public Pool Pool => pool;

    public RoundResult Result => result;

    public MatchingSolution Solution => _solution.Value;
}
