using System.Runtime.InteropServices;
using Mentoring.Core.Matching.TieBreaking;

namespace Mentoring.Core.Matching;

/// <summary>
/// Chooses among equally good matchings by lot, the same whatever the order of input: each pair draws a lot from the round's seed and the
/// two people's keys, and the matching with the highest sum of lots wins. Should two sums be equal, lots are drawn again among those.
/// Only pairs covered exactly by the prices take part, and of those only where people can change places without loss.
/// </summary>
public static class TieBreak
{
    /// <summary>More draws than any honest tie needs: each leaves a tie with a chance under one in a hundred.</summary>
    private const int MostDraws = 64;

    /// <returns>The same prices, which prove every best matching, with the chosen pairs.</returns>
    public static MatchingSolution Settle(MatchingSolution solution, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var problem = solution.Problem;
        var decided = solution.MentorOf.AsSpan().ToArray();
        var tight = TightPairs.Of(
            problem.PairStarts, problem.PairMentors, problem.Capacities, problem.Objective.Scale, problem.Objective.Depths,
            decided, solution.MenteePrices.AsSpan(), solution.MentorPrices.AsSpan());

        for (var draw = 0; Undecided.In(tight, decided) is { } undecided; draw++)
        {
            if (draw == MostDraws) throw new InvalidOperationException("The lots do not tell equally good matchings apart.");
            tight = undecided.Draw(new Lots(undecided, problem, seed, draw));
        }
        return solution with { MentorOf = ImmutableCollectionsMarshal.AsImmutableArray(decided) };
    }
}
