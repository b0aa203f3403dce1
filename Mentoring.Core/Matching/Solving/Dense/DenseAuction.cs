using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mentoring.Core.Matching.Solving.Dense;

/// <summary>
/// Finds prices close to the best ones: rows bid for the column that is best for them, by as much as it is better than the second and a
/// little more; the little is divided again and again (D. P. Bertsekas, "The auction algorithm", 1988; scaling after A. V. Goldberg and
/// R. Kennedy, "An efficient cost scaling algorithm for the assignment problem", 1995). Not exact: <see cref="DenseSearch"/> finishes.
/// In 32 bits: weights are scaled to under 2^29. Prices differ by no more than a weight and the little after each round, and then
/// start from 0 again, so within a round they stay under two and a half weights.
/// </summary>
internal sealed class DenseAuction
{
    /// <summary>Prices are in 1024ths where there is room for that, so that rounding them leaves few rows open.</summary>
    private const int MostFractionBits = 10;

    private const int WeightBits = 29;
    private const int FirstShare = 8;
    private const int ScalingFactor = 4;

    private readonly DenseWeights weights;
    private readonly int size;
    private readonly int fractionBits;
    private readonly int[] prices;
    private readonly int[] rowOf;
    private readonly int[] waiting;

    public DenseAuction(DenseWeights weights)
    {
        this.weights = weights;
        size = weights.Size;
        fractionBits = Math.Min(MostFractionBits, WeightBits - (32 - BitOperations.LeadingZeroCount((uint)weights.Most)));
        prices = new int[size];
        rowOf = new int[size];
        waiting = new int[size];
    }

    /// <returns>Prices in whole units of weight.</returns>
    public long[] Run()
    {
        for (var more = (weights.Most << fractionBits) / FirstShare; ; more /= ScalingFactor)
        {
            RunOnce(Math.Max(1, more));
            var least = prices.Min();
            for (var column = 0; column < size; column++) prices[column] -= least;
            if (more <= 1) break;
        }
        var half = (1 << fractionBits) >> 1;
        return Array.ConvertAll(prices, price => (long)((price + half) >> fractionBits));
    }

    private void RunOnce(int more)
    {
        Array.Fill(rowOf, -1);
        for (var row = 0; row < size; row++) waiting[row] = row;
        // First come, first served needs half the bids of last come, first served.
        for (var (first, count) = (0, size); count > 0; count--)
        {
            var row = waiting[first];
            var (column, lead) = Best(weights.Row(row));
            prices[column] += lead + more;
            // The place of whoever bids is free for whoever is outbid, behind all others where all wait in a ring.
            if (rowOf[column] >= 0) waiting[(first + count) % size] = rowOf[column];
            count += rowOf[column] >= 0 ? 1 : 0;
            first = (first + 1) % size;
            rowOf[column] = row;
        }
    }

    /// <summary>The column that is worth most at its price, and by how much more than any other.</summary>
    private (int Column, int Lead) Best(ReadOnlySpan<int> row)
    {
        unchecked
        {
            var (bests, seconds) = (Vector512.Create(int.MinValue), Vector512.Create(int.MinValue));
            var (index, indexes) = (Vector512<int>.Zero, Vector512<int>.Zero);
            var values = MemoryMarshal.Cast<int, Vector512<int>>(row);
            var costs = MemoryMarshal.Cast<int, Vector512<int>>(prices.AsSpan())[..values.Length];
            for (var each = 0; each < values.Length; each++)
            {
                var some = (values[each] << fractionBits) - costs[each];
                seconds = Vector512.Max(seconds, Vector512.Min(bests, some));
                indexes = Vector512.ConditionalSelect(Vector512.GreaterThan(some, bests), index, indexes);
                bests = Vector512.Max(bests, some);
                index += Vector512<int>.One;
            }
            var (best, second, column) = (int.MinValue, int.MinValue, 0);
            for (var lane = 0; lane < Vector512<int>.Count; lane++)
            {
                second = Math.Max(second, Math.Max(seconds[lane], Math.Min(best, bests[lane])));
                if (bests[lane] <= best) continue;
                (best, column) = (bests[lane], (indexes[lane] * Vector512<int>.Count) + lane);
            }
            for (var other = values.Length * Vector512<int>.Count; other < row.Length; other++)
            {
                var value = (row[other] << fractionBits) - prices[other];
                second = Math.Max(second, Math.Min(best, value));
                if (value > best) (best, column) = (value, other);
            }
            return (column, row.Length == 1 ? 0 : best - second);
        }
    }
}
