using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mentoring.Core.Matching.Solving;

/// <summary>Estimates for each row the key that so many of its pairs do not exceed, from counts of a part of them in few ranges.</summary>
internal sealed class Thresholds<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    private const int Ranges = 8;

    private readonly TKey[] bounds;
    private readonly Vector512<TKey> boundsAtOnce;
    private readonly int[] counts;

    /// <param name="sample">Keys from everywhere; the ranges are eighths of their lighter half, quarters of what is over it, and so on.</param>
    public Thresholds(int rowCount, TKey[] sample)
    {
        counts = new int[rowCount * Ranges];
        bounds = new TKey[Vector512<TKey>.Count];
        Array.Fill(bounds, TKey.AllBitsSet);
        Array.Sort(sample);
        for (var (range, rank) = (Ranges - 2, sample.Length * 3 / 4); range >= 0; range--, rank = rank * 2 / 3) bounds[range] = sample[rank];
        boundsAtOnce = Vector512.Create(bounds);
    }

    public void Count(int row, TKey key)
    {
        // Counted rather than decided: which range it is cannot be foreseen.
        unchecked
        {
            var range = BitOperations.PopCount(Vector512.GreaterThan(Vector512.Create(key), boundsAtOnce).ExtractMostSignificantBits());
            counts[(row * Ranges) + range]++;
        }
    }

    /// <param name="stride">One in so many pairs was counted.</param>
    public TKey MostOf(int row, int wanted, int stride)
    {
        var total = 0L;
        for (var range = 0; range < Ranges; range++)
        {
            total += counts[(row * Ranges) + range];
            if (total * stride >= wanted) return bounds[range];
        }
        return TKey.AllBitsSet;
    }
}
