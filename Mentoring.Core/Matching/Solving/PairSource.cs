using System.Numerics;

namespace Mentoring.Core.Matching.Solving;

/// <summary>Where rows get their pairs from: the heaviest at first, the whole row when it is needed.</summary>
internal abstract class PairSource<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    /// <summary>How many of its heaviest pairs a row has at first, if it has so many.</summary>
    protected const int FirstPairs = 16;

    /// <summary>Whether rows can only be copied by reading all pairs.</summary>
    public abstract bool CopiesInBatches { get; }

    /// <summary>Whether the heaviest pairs of a row are known to be all it has.</summary>
    public abstract bool IsWhole(int row);

    /// <summary>A row has no more pairs than these.</summary>
    public abstract int LengthOf(int row);

    /// <summary>No pair beyond the row's heaviest has a lesser key.</summary>
    public abstract TKey LeastLeft(int row);

    /// <summary>The heaviest pairs of every row, in any order.</summary>
    /// <param name="starts">Where each row's pairs start; written.</param>
    /// <param name="ends">Where they end; written.</param>
    /// <returns>The keys, with room after them for all rows whole, and perhaps for rows on their way there.</returns>
    public abstract ArraySegment<TKey> Heaviest(int[] starts, int[] ends);

    /// <summary>Writes whole rows, in any order.</summary>
    /// <param name="next">Where each row starts, or -1 for rows that are not wanted; changed.</param>
    public abstract void Copy(int[] next, TKey[] keys);

    /// <summary>Writes the heaviest of a row's pairs that come after this one, in any order.</summary>
    /// <param name="after">Null for the first of all.</param>
    /// <param name="wanted">About so many, or all there are.</param>
    /// <param name="keys">With room for all there are.</param>
    /// <param name="isLast">Whether the row has no more than these.</param>
    public abstract int CopyNext(int row, TKey? after, int wanted, Span<TKey> keys, out bool isLast);

    /// <summary>Writes one whole row, in any order.</summary>
    /// <returns>How many keys.</returns>
    public abstract int Copy(int row, Span<TKey> keys);

    /// <summary>Room for so many keys. Memory that is never written to is never taken from the system.</summary>
    protected static ArraySegment<TKey> Room(Scratch scratch, long keys) => new(scratch.Any<TKey>(checked((int)keys)), 0, (int)keys);
}
