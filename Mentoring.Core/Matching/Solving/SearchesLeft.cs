using System.Numerics;
using System.Runtime.InteropServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Settles the rows that bidding left open: by single searches as long as those are short, in waves where many rows are left and each would go
/// through everybody, and by single searches again when waves settle too few for what they read.
/// </summary>
/// <param name="left">With open places, perhaps more than once.</param>
internal sealed class SearchesLeft<TKey, TKeys>(PricedRows<TKey, TKeys> state, ShortestPathSearch<TKey, TKeys> search, List<int> left)
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
{
    /// <summary>Places settled by single searches before their length is looked at, and the fewest rows for a wave.</summary>
    private const int Some = 64;

    /// <summary>Waves come into question where single searches would read one in so many pairs.</summary>
    private const int Share = 4;

    private Waves<TKey, TKeys>? waves;
    private List<int> open = left;
    private int next;

    /// <returns>Whether anything is left.</returns>
    public bool SettleSome()
    {
        var before = search.PairsRead;
        var settled = 0;
        for (; next < open.Count && settled < Some; next++)
        {
            FetchForNext();
            for (; IsOpen(open[next]); settled++) search.Settle(open[next]);
        }
        var readForEach = (search.PairsRead - before) / Math.Max(1, settled);
        if (readForEach * (open.Count - next) > state.Rows.Sides.Pairs.Count / Share) SettleInWaves(readForEach);
        return next < open.Count;
    }

    /// <summary>What the next search will read at first; and where that is found for the two after it.</summary>
    private void FetchForNext()
    {
        if (next + 3 < open.Count) state.Rows.FetchPlace(open[next + 3]);
        if (next + 2 < open.Count) search.FetchFor(open[next + 2]);
        if (next + 1 < open.Count) state.FetchColumns(open[next + 1]);
    }

    private bool IsOpen(int row) => state.OpenPlaces[row] > 0 && state.RowPrices[row] > 0;

    private void SettleInWaves(long readForEach)
    {
        waves ??= new Waves<TKey, TKeys>(state, search);
        (open, next) = ([.. open.Skip(next).Where(IsOpen).Distinct()], 0);
        for (var isWorthIt = true; isWorthIt && open.Count >= Some; open.RemoveAll(row => !IsOpen(row)))
        {
            var before = search.PairsRead + waves.PairsRead;
            var settled = waves.Run(CollectionsMarshal.AsSpan(open));
            isWorthIt = search.PairsRead + waves.PairsRead - before <= readForEach * settled;
        }
    }
}
