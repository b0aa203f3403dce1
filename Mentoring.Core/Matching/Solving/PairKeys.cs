using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// A pair as one number: its depth, then the column. Ascending keys are descending weights, so rows are
/// sorted without a second array. Within a weight each row has its columns in an order of its own (the column is mixed with a salt of
/// the row), so that rows that like many columns equally do not all start with the same.
/// </summary>
internal interface IPairKeys<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    TKey Of(long depth, int mixedColumn);

    long Weight(TKey key);

    int MixedColumn(TKey key);

    int Salt(int row);
}

/// <summary>For scores of few values: 32 bits a pair, and weights from a table.</summary>
internal readonly struct NarrowKeys : IPairKeys<uint>
{
    private const int LargestTable = 1 << 16;

    private readonly long[] weights;
    private readonly int columnBits;

    public NarrowKeys(WeightScale scale, int columnBits)
    {
        this.columnBits = columnBits;
        weights = new long[scale.Depths];
        for (var depth = 0; depth < weights.Length; depth++) weights[depth] = scale.WeightOf(depth);
    }

    public static bool Fit(WeightScale scale, int columnBits) => scale.Depths <= Math.Min(LargestTable, 1L << (32 - columnBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Of(long depth, int mixedColumn) => unchecked(((uint)depth << columnBits) | (uint)mixedColumn);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Weight(uint key) => weights[(int)(key >> columnBits)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MixedColumn(uint key) => unchecked((int)(key & ((1u << columnBits) - 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Salt(int row) => RowSalt.Of(row, columnBits);
}

/// <summary>For everything else: 64 bits a pair, and weights computed.</summary>
internal readonly struct WideKeys(WeightScale scale, int columnBits) : IPairKeys<ulong>
{
    public static bool Fit(WeightScale scale, int columnBits) => Int128.CreateChecked(scale.Depths) << columnBits <= Int128.CreateChecked(ulong.MaxValue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Of(long depth, int mixedColumn) => unchecked(((ulong)depth << columnBits) | (uint)mixedColumn);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Weight(ulong key) => scale.WeightOf(unchecked((long)(key >> columnBits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MixedColumn(ulong key) => unchecked((int)(key & ((1UL << columnBits) - 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Salt(int row) => RowSalt.Of(row, columnBits);
}

file static class RowSalt
{
    /// <summary>The high bits of a product with the golden ratio spread neighbouring rows evenly (D. E. Knuth, The Art of Computer Programming 3, 6.4).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int row, int columnBits) => unchecked((int)(((uint)row * 0x9E3779B9U) >> 1 >> (31 - columnBits)));
}
