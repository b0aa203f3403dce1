using Mentoring.Core.Matching.Solving;

namespace Mentoring.Core.Matching.TieBreaking;

/// <summary>
/// A lot for each pair, drawn from the round's seed and the two people's keys alone, over whatever must be kept of the earlier aims:
/// a person with a price over 0 is matched in every best matching, so each such person weighs more than all lots together.
/// Mixing after G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", 2014.
/// </summary>
internal readonly struct Lots(TightPairs pairs, MatchingProblem problem, ulong seed, int draw) : IPairDepths
{
    /// <summary>Bits of a lot: with 2^24 matches all lots together stay under 2^56, and two keeps over that within the limit.</summary>
    private const int Bits = 32;

    private readonly ulong drawn = Mix(Mix(seed) ^ (ulong)(uint)draw);

    public WeightScale Scale { get; } = new(Kept((Math.Min(problem.MenteeCount, problem.PairCount) + 1L) << Bits), Bits + 1, 0, 1);

    public long StartOf(int mentee) => mentee;

    /// <summary>How many of the two must be kept, and the lot, over 0.</summary>
    public long DepthOf(long start, int pair)
    {
        var mentee = (int)start;
        var mentor = pairs.Mentors[pair];
        var lot = Mix(Mix(drawn ^ problem.MenteeKeys[mentee]) ^ problem.MentorKeys[mentor]) >> (64 - Bits);
        var kept = (pairs.MenteeIsKept[mentee] ? 1L : 0) + (pairs.MentorIsKept[mentor] ? 1 : 0);
        return ((3 - kept) << (Bits + 1)) - 1 - ((long)lot + 1);
    }

    public ulong NoDeeper(long start, long deepest, int pair, int count) => ulong.MaxValue >> (IPairDepths.AtOnce - count);

    private static long[] Kept(long weight) => [2 * weight, weight, 0];

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
