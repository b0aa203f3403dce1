using System.Numerics;
using Mentoring.Core.Matching.Solving.Dense;

namespace Mentoring.Core.Matching.Solving;

/// <summary>A heaviest matching and its prices, for any weights over 0.</summary>
/// <param name="MentorOf">-1 for the unmatched.</param>
/// <param name="MenteePrices">0 for the unmatched.</param>
/// <param name="MentorPrices">0 for mentors with room; the least that covers the pairs of mentors without a place.</param>
internal sealed record PricedMatching(int[] MentorOf, long[] MenteePrices, long[] MentorPrices)
{
    /// <summary>Searches may read one in so many pairs before dense methods are thought better.</summary>
    private const int PatienceShare = 8;

    /// <param name="classes">Of the mentees; null where all are as urgent.</param>
    public static PricedMatching Heaviest<TDepths>(PairTable pairs, WeightScale scale, TDepths depths, int[]? classes)
        where TDepths : struct, IPairDepths
    {
        var matching = Prepare(pairs, scale, depths, classes)();
        matching.PriceMentorsWithoutPlaces(pairs, scale, depths);
        return matching;
    }

    /// <summary>Makes the rows of the search.</summary>
    /// <returns>Solves them; only once.</returns>
    public static Func<PricedMatching> Prepare<TDepths>(PairTable pairs, WeightScale scale, TDepths depths, int[]? classes)
        where TDepths : struct, IPairDepths
    {
        var sides = Sides.Of(pairs, classes is not null);
        var bits = sides.ColumnBits;
        if (NarrowKeys.Fit(scale, bits))
        {
            var narrow = Rows<uint, NarrowKeys, TDepths>(sides, depths, new NarrowKeys(scale, bits));
            return () => Solve(narrow, classes);
        }
        if (WideKeys.Fit(scale, bits))
        {
            var wide = Rows<ulong, WideKeys, TDepths>(sides, depths, new WideKeys(scale, bits));
            return () => Solve(wide, classes);
        }
        var ranked = RankedDepths<TDepths>.Of(pairs, depths);
        var rows = Rows<ulong, WideKeys, RankedDepths<TDepths>>(sides, ranked, new WideKeys(ranked.On(scale), bits));
        return () => Solve(rows, classes);
    }

    public static SearchRows<TKey, TKeys> Rows<TKey, TKeys, TDepths>(Sides sides, TDepths depths, TKeys code)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
        where TDepths : struct, IPairDepths
        => new(sides, code, sides.RowsAreMentors
            ? new MentorRows<TKey, TKeys, TDepths>(sides.Pairs, sides.UsefulPlaces, depths, code)
            : new MenteeRows<TKey, TKeys, TDepths>(sides.Pairs, depths, code));

    private static PricedMatching Solve<TKey, TKeys>(SearchRows<TKey, TKeys> rows, int[]? classes)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        var state = new PricedRows<TKey, TKeys>(rows);
        var bidding = new Bidding<TKey, TKeys>(state);
        var search = new ShortestPathSearch<TKey, TKeys>(state);
        var patience = DenseWeights.Fit(rows.Sides) ? rows.Sides.Pairs.Mentors.Length / PatienceShare : long.MaxValue;
        var (order, ends) = Turns.Of(classes, rows.Sides.RowCount);
        var start = 0;
        foreach (var end in ends)
        {
            foreach (var row in bidding.Run(order.AsSpan(start..end)))
                while (state.OpenPlaces[row] > 0 && state.RowPrices[row] > 0)
                {
                    search.Settle(row);
                    if (search.PairsRead > patience && SolveDense(rows, state)) patience = long.MaxValue;
                }
            start = end;
        }

        var columnPrices = Array.ConvertAll(state.Columns, column => column.Price);
        return rows.Sides.RowsAreMentors
            ? new PricedMatching(MentorOfColumns(state), columnPrices, state.RowPrices)
            : new PricedMatching(MentorOfRows(state), state.RowPrices, columnPrices);
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
            (state.Columns[column].Price, state.Columns[column].Held) = (search.ColumnPrices[column], 1);
            state.Holders[state.HolderStarts[column]] = search.RowOf[column];
        }
        for (var row = 0; row < weights.Size; row++) state.RowPrices[row] = search.RowPrice(row);
        return true;
    }

    private static int[] MentorOfColumns<TKey, TKeys>(PricedRows<TKey, TKeys> state)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        var mentorOf = new int[state.Columns.Length];
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
            mentorOf[mentee] = state.Columns[mentee].Held == 0 ? -1 : state.Holders[state.HolderStarts[mentee]];
        return mentorOf;
    }

    private static int[] MentorOfRows<TKey, TKeys>(PricedRows<TKey, TKeys> state)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        var mentorOf = new int[state.RowPrices.Length];
        Array.Fill(mentorOf, -1);
        for (var mentor = 0; mentor < state.Columns.Length; mentor++)
            for (var place = 0; place < state.Columns[mentor].Held; place++)
                mentorOf[state.Holders[state.HolderStarts[mentor] + place]] = mentor;
        return mentorOf;
    }

    private void PriceMentorsWithoutPlaces<TDepths>(PairTable pairs, WeightScale scale, TDepths depths)
        where TDepths : struct, IPairDepths
    {
        if (!pairs.Capacities.AsSpan().Contains(0)) return;
        for (var mentee = 0; mentee < MentorOf.Length; mentee++)
            for (var pair = pairs.Starts[mentee]; pair < pairs.Starts[mentee + 1]; pair++)
            {
                var mentor = pairs.Mentors[pair];
                if (pairs.Capacities[mentor] == 0)
                    MentorPrices[mentor] = Math.Max(MentorPrices[mentor], scale.WeightOf(depths.DepthOf(depths.StartOf(mentee), pair)) - MenteePrices[mentee]);
            }
    }
}
