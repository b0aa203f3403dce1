namespace Mentoring.Core.Matching.Solving;

/// <summary>The weights that occur, numbered: for scales so long that a depth would not fit beside a person's number.</summary>
internal readonly struct RankedDepths<TDepths>(TDepths depths, long[] occurring) : IPairDepths
    where TDepths : struct, IPairDepths
{
    public long StartOf(int mentee) => depths.StartOf(mentee);

    public long DepthOf(long start, int pair) => Array.BinarySearch(occurring, depths.DepthOf(start, pair));

    public ulong NoDeeper(long start, long deepest, int pair, int count) => ulong.MaxValue >> (IPairDepths.AtOnce - count);

    public WeightScale On(WeightScale scale) => new(Array.ConvertAll(occurring, scale.WeightOf), 0, 0, 0);

    public static RankedDepths<TDepths> Of(PairTable pairs, TDepths depths)
    {
        var occurring = new SortedSet<long>();
        for (var mentee = 0; mentee < pairs.MenteeCount; mentee++)
            for (var pair = pairs.Starts[mentee]; pair < pairs.Starts[mentee + 1]; pair++) occurring.Add(depths.DepthOf(depths.StartOf(mentee), pair));
        return new RankedDepths<TDepths>(depths, [.. occurring]);
    }
}
