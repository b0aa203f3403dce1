using System.Numerics;
using System.Runtime.InteropServices;

namespace Mentoring.Core.Matching.Solving.Dense;

/// <summary>
/// Finds prices close to the best ones: rows bid for the column that is best for them, by as much as it is better than the second and a
/// little more; the little is divided again and again (D. P. Bertsekas, "The auction algorithm", 1988; scaling after A. V. Goldberg and
/// R. Kennedy, "An efficient cost scaling algorithm for the assignment problem", 1995). Not exact: <see cref="DenseSearch"/> finishes.
/// </summary>
internal sealed class DenseAuction(DenseWeights weights)
{
    /// <summary>Prices are in 1024ths, so that rounding them leaves few rows open.</summary>
    private const int FractionBits = 10;

    private const int FirstShare = 8;
    private const int ScalingFactor = 4;

    private readonly int size = weights.Size;
    private readonly long[] prices = new long[weights.Size];
    private readonly int[] rowOf = new int[weights.Size];
    private readonly int[] waiting = new int[weights.Size];

    /// <returns>Prices in whole units of weight.</returns>
    public long[] Run()
    {
        var highest = 1;
        for (var row = 0; row < size; row++) highest = Math.Max(highest, weights.Row(row)[IndexOfMost(weights.Row(row))]);
        for (var more = ((long)highest << FractionBits) / FirstShare; ; more /= ScalingFactor)
        {
            RunOnce(Math.Max(1, more));
            if (more <= 1) break;
        }
        for (var column = 0; column < size; column++) prices[column] = (prices[column] + (1 << (FractionBits - 1))) >> FractionBits;
        return prices;
    }

    private static int IndexOfMost(ReadOnlySpan<int> row)
    {
        var index = 0;
        for (var column = 1; column < row.Length; column++) if (row[column] > row[index]) index = column;
        return index;
    }

    private void RunOnce(long more)
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
    private (int Column, long Lead) Best(ReadOnlySpan<int> row)
    {
        unchecked
        {
            var (best, second) = (long.MinValue, long.MinValue);
            var (bests, seconds) = (new Vector<long>(long.MinValue), new Vector<long>(long.MinValue));
            var values = MemoryMarshal.Cast<int, Vector<int>>(row);
            var costs = MemoryMarshal.Cast<long, Vector<long>>(prices.AsSpan());
            for (var index = 0; index < values.Length; index++)
            {
                Vector.Widen(values[index], out var low, out var high);
                low = (low << FractionBits) - costs[2 * index];
                high = (high << FractionBits) - costs[(2 * index) + 1];
                seconds = Vector.Max(seconds, Vector.Max(Vector.Min(bests, low), Vector.Min(Vector.Max(bests, low), high)));
                bests = Vector.Max(bests, Vector.Max(low, high));
            }
            for (var lane = 0; lane < Vector<long>.Count; lane++)
            {
                second = Math.Max(second, Math.Max(seconds[lane], Math.Min(best, bests[lane])));
                best = Math.Max(best, bests[lane]);
            }
            var column = values.Length * Vector<int>.Count;
            for (; column < row.Length; column++)
            {
                var value = ((long)row[column] << FractionBits) - prices[column];
                second = Math.Max(second, Math.Min(best, value));
                best = Math.Max(best, value);
            }
            return (Find(row, best), row.Length == 1 ? 0 : best - second);
        }
    }

    private int Find(ReadOnlySpan<int> row, long value)
    {
        unchecked
        {
            var sought = new Vector<long>(value);
            var values = MemoryMarshal.Cast<int, Vector<int>>(row);
            var costs = MemoryMarshal.Cast<long, Vector<long>>(prices.AsSpan());
            var index = 0;
            for (; index < values.Length; index++)
            {
                Vector.Widen(values[index], out var low, out var high);
                if (Vector.EqualsAny((low << FractionBits) - costs[2 * index], sought)
                    || Vector.EqualsAny((high << FractionBits) - costs[(2 * index) + 1], sought)) break;
            }
            var column = index * Vector<int>.Count;
            while (((long)row[column] << FractionBits) - prices[column] != value) column++;
            return column;
        }
    }
}
