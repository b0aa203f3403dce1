namespace Mentoring.Core.Matching.TieBreaking;

/// <summary>
/// A lot for each pair, drawn from the round's seed and the two people's keys alone, over whatever must be kept of the earlier aims:
/// a person with a price over 0 is matched in every best matching, so each such person weighs more than all lots together.
/// Mixing after G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", 2014.
/// </summary>
internal sealed class Lots(TightPairs pairs, MatchingProblem problem, ulong seed, int draw) : IPairWeights
{
    /// <summary>Bits of a lot: with 2^24 matches all lots together stay under 2^56, and two keeps over that within the limit.</summary>
    private const int Bits = 32;

    private readonly long keep = (Math.Min(problem.MenteeCount, problem.PairCount) + 1L) << Bits;
    private readonly ulong drawn = Mix(Mix(seed) ^ (ulong)(uint)draw);

    public long Of(int mentee, int pair)
    {
        var mentor = pairs.Mentors[pair];
        var lot = Mix(Mix(drawn ^ problem.MenteeKeys[mentee]) ^ problem.MentorKeys[mentor]) >> (64 - Bits);
        return (long)lot + 1 + (pairs.MenteeIsKept[mentee] ? keep : 0) + (pairs.MentorIsKept[mentor] ? keep : 0);
    }

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
