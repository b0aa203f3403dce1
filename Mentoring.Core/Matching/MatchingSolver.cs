using System.Runtime.InteropServices;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Core.Matching;

/// <summary>
/// Finds a best matching exactly: bidding, then successive shortest augmenting paths from the scarce side, with prices in whole numbers.
/// A residual problem after declines (accepted and live offers left out, capacities reduced) is just a smaller problem; the work and
/// the memory follow its people and pairs.
/// </summary>
public static class MatchingSolver
{
    /// <summary>A best matching for the first three aims. Which of equally good ones is found depends on people's numbers.</summary>
    public static MatchingSolution Solve(MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var matching = PricedMatching.Heaviest(problem.Table, problem.Objective.Scale, problem.Objective.Depths, problem.ClassesIfTheyDiffer);
        return new MatchingSolution(
            problem,
            ImmutableCollectionsMarshal.AsImmutableArray(matching.MentorOf),
            ImmutableCollectionsMarshal.AsImmutableArray(matching.MenteePrices),
            ImmutableCollectionsMarshal.AsImmutableArray(matching.MentorPrices));
    }

    /// <summary>The one best matching for all four aims: it depends on the pairs, the people's keys and the seed, not on any order.</summary>
    public static MatchingSolution Solve(MatchingProblem problem, ulong seed) => TieBreak.Settle(Solve(problem), seed);
}
