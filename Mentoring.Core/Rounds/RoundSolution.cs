using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>A round's result as the solution of the problem that its people make.</summary>
internal static class RoundSolution
{
    /// <param name="rules">Those by which the result was found.</param>
    public static MatchingSolution Of(MatchingRules rules, Pool pool, RoundResult result) => new(
        new RoundMatching(rules).ProblemOf(pool), result.Certificate.MentorOf, result.Certificate.MenteePrices, result.Certificate.MentorPrices);
}
