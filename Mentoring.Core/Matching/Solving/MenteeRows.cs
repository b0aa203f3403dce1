using System.Numerics;

namespace Mentoring.Core.Matching.Solving;

/// <summary>Rows of mentees, read from the pairs as they stand; mentors without a place are left out.</summary>
internal sealed class MenteeRows<TKey, TKeys, TDepths>(PairTable pairs, TDepths depths, TKeys code, Scratch scratch) : PairSource<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
    where TDepths : struct, IPairDepths
{
    /// <summary>A sample is taken in so many places or more.</summary>
    private const int Runs = 8;
    private const int MostInRun = 16;

    private readonly bool everyPair = !pairs.Capacities.AsSpan().Contains(0);

    private readonly int[] counts = scratch.Any<int>(pairs.MenteeCount);

    public override bool CopiesInBatches => false;

    public override bool IsWhole(int row) => counts[row] == LengthOf(row);

    public override int LengthOf(int row) => pairs.Starts[row + 1] - pairs.Starts[row];

    public override TKey LeastLeft(int row) => TKey.Zero;

    public override ArraySegment<TKey> Heaviest(int[] starts, int[] ends)
    {
        var room = 0L;
        for (var row = 0; row < pairs.MenteeCount; row++) room += Math.Min(pairs.Starts[row + 1] - pairs.Starts[row], 4 * FirstPairs);
        var keys = Room(scratch, checked(room + pairs.Count + (pairs.Count / 2)));
        var written = 0;
        for (var row = 0; row < pairs.MenteeCount; row++)
        {
            counts[row] = Heaviest(row, keys.AsSpan(written));
            starts[row] = written;
            ends[row] = written += counts[row];
        }
        return keys;
    }

    public override int CopyNext(int row, TKey? after, int wanted, Span<TKey> keys, out bool isLast)
    {
        var (from, to) = (pairs.Starts[row], pairs.Starts[row + 1]);
        var (most, deepest) = (default(TKey), long.MaxValue);
        isLast = wanted >= (to - from) / 2 || !LeastOf(row, from, to, stride: wanted, after, out deepest, out most);
        return isLast ? CopyTo(row, after, long.MaxValue, default, keys) : CopyTo(row, after, deepest, most, keys);
    }

    public override void Copy(int[] next, TKey[] keys) => throw new NotSupportedException("Rows of mentees are copied one by one.");

    public override int Copy(int row, Span<TKey> keys)
    {
        if (!everyPair) return CopyTo(row, null, long.MaxValue, default, keys);
        var (salt, start, from) = (code.Salt(row), depths.StartOf(row), pairs.Starts[row]);
        unchecked
        {
            for (var pair = 0; pair < keys.Length; pair++) keys[pair] = code.Of(depths.DepthOf(start, from + pair), pairs.Mentors[from + pair] ^ salt);
        }
        return keys.Length;
    }

    private int Heaviest(int row, Span<TKey> keys)
    {
        var (from, to) = (pairs.Starts[row], pairs.Starts[row + 1]);
        if (to - from <= 2 * FirstPairs) return CopyTo(row, null, long.MaxValue, default, keys);
        var room = keys[..Math.Min(to - from, 4 * FirstPairs)];
        for (var stride = FirstPairs; ; stride /= 2)
        {
            if (!LeastOf(row, from, to, stride, null, out var deepest, out var most)) return CopyTo(row, null, long.MaxValue, default, room);
            var count = CopyTo(row, null, deepest, most, room);
            if (count > 0) return count;
        }
    }

    /// <summary>The least key of a sample: about one in n is less than the least of n.</summary>
    /// <param name="after">Keys to this one do not count.</param>
    /// <returns>Whether there is any.</returns>
    private bool LeastOf(int row, int from, int to, int stride, TKey? after, out long depth, out TKey key)
    {
        var (salt, start) = (code.Salt(row), depths.StartOf(row));
        var seen = false;
        (depth, key) = (long.MaxValue, default);
        // Neighbours are in memory together.
        var run = Math.Clamp((to - from) / (Runs * stride), 1, MostInRun);
        for (var first = from; first < to; first += stride * run)
            for (var pair = first; pair < Math.Min(first + run, to); pair++)
            {
                var other = depths.DepthOf(start, pair);
                if (other > depth) continue;
                var mentor = pairs.Mentors[pair];
                if (!everyPair && pairs.Capacities[mentor] == 0) continue;
                var otherKey = code.Of(other, mentor ^ salt);
                if (otherKey <= after || (other == depth && otherKey >= key)) continue;
                (depth, key, seen) = (other, otherKey, true);
            }
        return seen;
    }

    /// <summary>Copies the pairs after one key to this depth and this key; none where they do not fit.</summary>
    private int CopyTo(int row, TKey? after, long deepest, TKey most, Span<TKey> keys)
    {
        var (salt, start, end) = (code.Salt(row), depths.StartOf(row), pairs.Starts[row + 1]);
        var count = 0;
        for (var first = pairs.Starts[row]; first < end; first += IPairDepths.AtOnce)
            for (var some = depths.NoDeeper(start, deepest, first, Math.Min(IPairDepths.AtOnce, end - first)); some != 0; some &= unchecked(some - 1))
            {
                var pair = first + BitOperations.TrailingZeroCount(some);
                var depth = depths.DepthOf(start, pair);
                if (depth > deepest) continue;
                var mentor = pairs.Mentors[pair];
                if (!everyPair && pairs.Capacities[mentor] == 0) continue;
                var key = code.Of(depth, mentor ^ salt);
                if (key <= after || (depth == deepest && key > most)) continue;
                if (count == keys.Length) return 0;
                keys[count++] = key;
            }
        return count;
    }
}
