using System.Numerics;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Core.Matching.TieBreaking;

/// <summary>
/// The pairs that some best matching can use: those covered exactly. With complementary slackness (people with a price over 0 are
/// matched, such mentors full) they describe all best matchings, whichever best prices were found.
/// </summary>
/// <param name="Starts">Where each mentee's pairs start.</param>
/// <param name="Mentors">The mentor of each pair.</param>
/// <param name="Capacities">Places still to be decided on.</param>
/// <param name="MentorOf">One best matching of what is still to be decided.</param>
/// <param name="MenteeIsKept">Matched in every best matching.</param>
/// <param name="MentorIsKept">Full in every best matching.</param>
internal sealed record TightPairs(
    int[] Starts, int[] Mentors, int[] Capacities, int[] MentorOf, bool[] MenteeIsKept, bool[] MentorIsKept)
{
    public int MenteeCount => MentorOf.Length;

    public int MentorCount => Capacities.Length;

    public static TightPairs Of<TDepths>(
        ReadOnlySpan<int> starts, ReadOnlySpan<int> mentors, ReadOnlySpan<int> capacities, WeightScale scale, TDepths depths,
        ReadOnlySpan<int> mentorOf, ReadOnlySpan<long> menteePrices, ReadOnlySpan<long> mentorPrices)
        where TDepths : struct, IPairDepths
    {
        var tightStarts = new int[starts.Length];
        var tight = new List<int>(mentorOf.Length * 2);
        var leastPrice = LeastPriceOfPlace(capacities, mentorPrices);
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
        {
            // A pair that weighs less than the mentee's price and the least of a place is not tight.
            var (start, deepest) = (depths.StartOf(mentee), scale.DeepestOf(menteePrices[mentee] + leastPrice));
            var end = starts[mentee + 1];
            for (var first = starts[mentee]; first < end; first += IPairDepths.AtOnce)
            {
                for (var some = depths.NoDeeper(start, deepest, first, Math.Min(IPairDepths.AtOnce, end - first)); some != 0; some &= unchecked(some - 1))
                {
                    var pair = first + BitOperations.TrailingZeroCount(some);
                    var mentor = mentors[pair];
                    if (menteePrices[mentee] + mentorPrices[mentor] == scale.WeightOf(depths.DepthOf(start, pair)) && capacities[mentor] > 0) tight.Add(mentor);
                }
            }

            tightStarts[mentee + 1] = tight.Count;
        }
        return new TightPairs(
            tightStarts, [.. tight], capacities.ToArray(), mentorOf.ToArray(), OverZero(menteePrices), OverZero(mentorPrices));
    }

    /// <summary>Draws lots for what is undecided; the pairs that can still change are those tight under the prices of the lots.</summary>
    public TightPairs Draw(Lots lots)
    {
        var drawn = PricedMatching.Heaviest(new PairTable(Starts, Mentors, Capacities), lots.Scale, lots);
        return Of(Starts, Mentors, Capacities, lots.Scale, lots, drawn.MentorOf, drawn.MenteePrices, drawn.MentorPrices);
    }

    private static long LeastPriceOfPlace(ReadOnlySpan<int> capacities, ReadOnlySpan<long> mentorPrices)
    {
        var least = long.MaxValue;
        for (var mentor = 0; mentor < capacities.Length; mentor++)
            if (capacities[mentor] > 0) least = Math.Min(least, mentorPrices[mentor]);
        return least == long.MaxValue ? 0 : least;
    }

    private static bool[] OverZero(ReadOnlySpan<long> prices)
    {
        var over = new bool[prices.Length];
        for (var index = 0; index < over.Length; index++) over[index] = prices[index] > 0;
        return over;
    }
}
