using System.Numerics;

namespace Mentoring.Core.Matching.Solving;

/// <summary>Rows of mentees, read from the pairs as they stand; mentors without a place are left out.</summary>
internal sealed class MenteeRows<TKey, TKeys, TDepths>(PairTable pairs, TDepths depths, TKeys code) : PairSource<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
    where TDepths : struct, IPairDepths
{
    private readonly bool everyPair = !pairs.Capacities.AsSpan().Contains(0);

    public override bool CopiesInBatches => false;

    private int[] counts = [];

    public override bool IsWhole(int row) => counts[row] == LengthOf(row);

    public override int LengthOf(int row)
    {
        var (from, to) = (pairs.Starts[row], pairs.Starts[row + 1]);
        if (everyPair) return to - from;
        var count = 0;
        for (var pair = from; pair < to; pair++) if (pairs.Capacities[pairs.Mentors[pair]] > 0) count++;
        return count;
    }

    public override TKey[] Heaviest(int[] starts, int[] ends)
    {
        counts = new int[ends.Length];
        var room = 0L;
        for (var row = 0; row < ends.Length; row++) room += Math.Min(pairs.Starts[row + 1] - pairs.Starts[row], 4 * FirstPairs);
        var keys = GC.AllocateUninitializedArray<TKey>(checked((int)(room + pairs.Mentors.Length)));
        var written = 0;
        for (var row = 0; row < ends.Length; row++) 
        {
            counts[row] = Heaviest(row, keys.AsSpan(written));
            starts[row] = written;
            ends[row] = written += counts[row];
        }
        return keys;
    }

    public override void Copy(int[] next, TKey[] keys) => throw new NotSupportedException("Rows of mentees are copied one by one.");

    public override void Copy(int row, Span<TKey> keys) => CopyTo(row, long.MaxValue, default, keys);

    private int Heaviest(int row, Span<TKey> keys)
    {
        var (from, to) = (pairs.Starts[row], pairs.Starts[row + 1]);
        if (to - from <= 2 * FirstPairs) return CopyTo(row, long.MaxValue, default, keys);
        for (var stride = FirstPairs; ; stride /= 2)
        {
            if (LeastOf(row, from, to, stride, out var deepest, out var most) == 0) return CopyTo(row, long.MaxValue, default, keys[..Math.Min(to - from, 4 * FirstPairs)]);
            var count = CopyTo(row, deepest, most, keys[..Math.Min(to - from, 4 * FirstPairs)]);
            if (count > 0) return count;
        }
    }

    /// <summary>The least key of a sample: about one in n is less than the least of n.</summary>
    private int LeastOf(int row, int from, int to, int stride, out long depth, out TKey key)
    {
        var (salt, start) = (code.Salt(row), depths.StartOf(row));
        var seen = 0;
        (depth, key) = (long.MaxValue, default);
        for (var pair = from; pair < to; pair += stride)
        {
            if (!everyPair && pairs.Capacities[pairs.Mentors[pair]] == 0) continue;
            var other = depths.DepthOf(start, pair);
            var otherKey = code.Of(other, pairs.Mentors[pair] ^ salt);
            if (seen++ == 0 || otherKey < key) (depth, key) = (other, otherKey);
        }
        return seen;
    }

    /// <summary>Copies the pairs to this depth and this key; none where they do not fit.</summary>
    private int CopyTo(int row, long deepest, TKey most, Span<TKey> keys)
    {
        var (salt, start) = (code.Salt(row), depths.StartOf(row));
        var count = 0;
        for (var pair = pairs.Starts[row]; pair < pairs.Starts[row + 1]; pair++)
        {
            var depth = depths.DepthOf(start, pair);
            if (depth > deepest) continue;
            var mentor = pairs.Mentors[pair];
            if (!everyPair && pairs.Capacities[mentor] == 0) continue;
            var key = code.Of(depth, mentor ^ salt);
            if (depth == deepest && key > most) continue;
            if (count == keys.Length) return 0;
            keys[count++] = key;
        }
        return count;
    }
}
