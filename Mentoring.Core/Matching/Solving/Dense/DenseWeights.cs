using System.Numerics;

namespace Mentoring.Core.Matching.Solving.Dense;

/// <summary>As many rows as columns of one place each, and every pair: weights in rows, as integers over the least of the row.</summary>
internal sealed class DenseWeights(int size)
{
    /// <summary>So that sums of a few fit in 32 bits.</summary>
    private const long MostDifference = (1 << 29) - 1;

    private readonly int[] differences = new int[checked(size * size)];

    public int Size => size;

    /// <summary>The greatest number of all rows; at least 1.</summary>
    public int Most { get; private set; } = 1;

    /// <summary>The least weight of each row.</summary>
    public long[] Least { get; } = new long[size];

    public ReadOnlySpan<int> Row(int row) => differences.AsSpan(row * size, size);

    public static bool Fit(Sides sides)
        => !sides.RowsAreMentors && sides.RowCount == sides.ColumnCount && sides.Pairs.Count == (long)sides.RowCount * sides.ColumnCount
            && !sides.Pairs.Capacities.AsSpan().ContainsAnyExcept(1);

    /// <returns>Null where weights of a row differ too much.</returns>
    public static DenseWeights? Of<TKey, TKeys>(SearchRows<TKey, TKeys> rows)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        var size = rows.Sides.RowCount;
        var dense = new DenseWeights(size);
        var keys = new TKey[size];
        var weights = new long[size];
        for (var row = 0; row < size; row++)
        {
            rows.Copy(row, keys);
            var salt = rows.Code.Salt(row);
            var (least, most) = (long.MaxValue, 0L);
            foreach (var key in keys)
            {
                var weight = rows.Code.Weight(key);
                (least, most) = (Math.Min(least, weight), Math.Max(most, weight));
                weights[rows.Code.MixedColumn(key) ^ salt] = weight;
            }
            if (most - least > MostDifference) return null;
            dense.Least[row] = least;
            dense.Most = Math.Max(dense.Most, (int)(most - least));
            var differences = dense.differences.AsSpan(row * size, size);
            for (var column = 0; column < size; column++) differences[column] = (int)(weights[column] - least);
        }
        return dense;
    }
}
