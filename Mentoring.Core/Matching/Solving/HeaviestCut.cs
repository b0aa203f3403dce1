using System.Numerics;

namespace Mentoring.Core.Matching.Solving;

/// <summary>What is among the heaviest pairs of all, guessed from a sample.</summary>
/// <param name="Deepest">No pair among them is deeper.</param>
/// <param name="Most">None has a greater key.</param>
/// <param name="Each">About so many a mentor.</param>
internal readonly record struct HeaviestCut<TKey>(long Deepest, TKey Most, int Each)
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    private const int Sampled = 1024;

    /// <param name="each">So many a mentor, or some fewer: under the number of pairs.</param>
    public static HeaviestCut<TKey> Of<TKeys, TDepths>(PairTable pairs, TDepths depths, TKeys code, int each)
        where TKeys : struct, IPairKeys<TKey>
        where TDepths : struct, IPairDepths
    {
        var sample = new (long Depth, TKey Key)[Math.Min(Sampled, pairs.Count)];
        var mentee = 0;
        for (var taken = 0; taken < sample.Length; taken++)
        {
            var pair = (int)((long)taken * pairs.Count / sample.Length);
            while (pairs.Starts[mentee + 1] <= pair) mentee++;
            var depth = depths.DepthOf(depths.StartOf(mentee), pair);
            sample[taken] = (depth, code.Of(depth, mentee ^ code.Salt(pairs.Mentors[pair])));
        }
        Array.Sort(sample);
        var rank = (int)((long)sample.Length * pairs.MentorCount * each / pairs.Count);
        var before = rank;
        while (before > 0 && sample[before - 1].Depth == sample[rank].Depth) before--;
        // Pairs of one depth are told apart one by one, those of different depths many at once: rather none of a depth than some.
        if (before <= rank / 2) return new HeaviestCut<TKey>(sample[rank].Depth, sample[rank].Key, each);
        var deepest = sample[before - 1].Depth;
        return new HeaviestCut<TKey>(deepest, code.Of(deepest + 1, 0) - TKey.One, (int)((long)before * pairs.Count / sample.Length / pairs.MentorCount));
    }
}
