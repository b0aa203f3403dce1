using System.Numerics;
using Mentoring.Core.Matching.Solving.Dense;

namespace Mentoring.Core.Matching.Solving;

/// <summary>Settles rows of one side: bidding first, then one search for each place still open.</summary>
internal static class OneSide
{
    /// <summary>
    /// Searches may read one in so many pairs before dense methods are thought better; none where bidding leaves more than half open.
    /// </summary>
    private const int PatienceShare = 8;

    /// <summary>Makes the rows of the search.</summary>
    /// <returns>Solves them; only once.</returns>
    public static Func<PricedMatching> Prepare<TDepths>(Sides sides, WeightScale scale, TDepths depths)
        where TDepths : struct, IPairDepths
    {
        var bits = sides.ColumnBits;
        if (NarrowKeys.Fit(scale, bits))
        {
            var narrow = Rows<uint, NarrowKeys, TDepths>(sides, depths, new NarrowKeys(scale, bits));
            return () => Solve(narrow);
        }
        if (WideKeys.Fit(scale, bits))
        {
            var wide = Rows<ulong, WideKeys, TDepths>(sides, depths, new WideKeys(scale, bits));
            return () => Solve(wide);
        }
        var ranked = RankedDepths<TDepths>.Of(sides.Pairs, depths);
        var rows = Rows<ulong, WideKeys, RankedDepths<TDepths>>(sides, ranked, new WideKeys(ranked.On(scale), bits));
        return () => Solve(rows);
    }

    public static SearchRows<TKey, TKeys> Rows<TKey, TKeys, TDepths>(Sides sides, TDepths depths, TKeys code)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
        where TDepths : struct, IPairDepths
    {
        var scratch = new Scratch();
        PairSource<TKey> source = sides.RowsAreMentors
            ? new MentorRows<TKey, TKeys, TDepths>(sides.Pairs, sides.UsefulPlaces, depths, code, scratch)
            : new MenteeRows<TKey, TKeys, TDepths>(sides.Pairs, depths, code, scratch);
        return new SearchRows<TKey, TKeys>(sides, code, source, scratch);
    }

    private static PricedMatching Solve<TKey, TKeys>(SearchRows<TKey, TKeys> rows)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        using var room = rows;
        var state = new PricedRows<TKey, TKeys>(rows);
        var search = new ShortestPathSearch<TKey, TKeys>(state);
        var left = new Bidding<TKey, TKeys>(state).Run();
        var searches = new SearchesLeft<TKey, TKeys>(state, search, left);
        var mayBeDense = DenseWeights.Fit(rows.Sides);
        var isHard = left.Count > rows.Sides.RowCount / 2;
        var patience = rows.Sides.Pairs.Count / PatienceShare;
        do
        {
            if (!mayBeDense || (!isHard && search.PairsRead <= patience)) continue;
            if (SolveDense(rows, state)) break;
            mayBeDense = false;
        }
        while (searches.SettleSome());
        return PricedMatching.Of(state);
    }

    /// <summary>For problems in which every search goes through everybody: starts again with arrays.</summary>
    private static bool SolveDense<TKey, TKeys>(SearchRows<TKey, TKeys> rows, PricedRows<TKey, TKeys> state)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        if (DenseWeights.Of(rows) is not { } weights) return false;
        var search = new DenseSearch(weights, new DenseAuction(weights).Run());
        search.Run();
        Array.Clear(state.OpenPlaces);
        for (var column = 0; column < weights.Size; column++)
        {
            (state.Columns[column].Price, state.Columns[column].Room) = (search.ColumnPrices[column], 0);
            state.Holder(column, 0) = search.RowOf[column];
        }
        for (var row = 0; row < weights.Size; row++) state.RowPrices[row] = search.RowPrice(row);
        return true;
    }
}
