using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Settles most places before any search: a row takes its best columns and lowers its own price to the best it did not take, which
/// raises theirs by as much as they are worth to it; whoever loses a column bids again. This is the augmenting row reduction of
/// R. Jonker and A. Volgenant (1987) for rows with several places; as an auction (D. P. Bertsekas, "The auction algorithm", 1988)
/// without a least increment, so exact, and stopped after a bounded amount of reading. What it leaves open the search settles.
/// </summary>
internal sealed class Bidding<TKey, TKeys>
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
{
    /// <summary>One in so many pairs may be read, or so many pairs a row.</summary>
    private const int Share = 4;
    private const int PairsEach = 16;

    private readonly PricedRows<TKey, TKeys> state;
    private readonly SearchRows<TKey, TKeys> rows;
    private readonly WaitingRows waiting;
    private readonly BestEntries best = new();
    private long budget;

    public Bidding(PricedRows<TKey, TKeys> state)
    {
        this.state = state;
        rows = state.Rows;
        waiting = new WaitingRows(rows.Scratch, rows.Sides.RowCount);
        budget = Math.Max(rows.Sides.Pairs.Count / Share, (long)rows.Sides.RowCount * PairsEach);
    }

    /// <returns>The rows that have open places still, perhaps more than once.</returns>
    public List<int> Run()
    {
        var left = new List<int>();
        for (var row = 0; row < rows.Sides.RowCount; row++)
            if (state.OpenPlaces[row] > 0 && state.RowPrices[row] > 0) waiting.Add(row);
        while (waiting.Count > 0)
        {
            var row = waiting.TakeFirst();
            FetchForNext();
            if (budget > 0) Bid(row);
            if (state.OpenPlaces[row] > 0) left.Add(row);
        }
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Bid(int row)
    {
        FindBest(row);
        // A column with room for several keeps price 0, so its place is taken without bidding.
        if (best.Count > 0 && state.HasSeveralPlaces(rows.Column(row, best.HighestEntry)))
        {
            TakeRoom(row, best.HighestEntry);
            return;
        }

        var price = best.IsFull ? best.LowestValue : 0;
        LowerPrice(row, price);
        // Those worth more than the new price must be taken; at the price itself only what nobody holds, and only then.
        for (var index = 0; index < best.Count; index++)
            if (best.Value(index) > price) Take(row, best.Entry(index), price);
        if (state.OpenPlaces[row] > 0 && price > 0) TakeFree(row, price);
    }

    /// <summary>The best columns not yet held, as many as there are open places and one more.</summary>
    private void FindBest(int row)
    {
        best.Clear((rows.Sides.RowsAreMentors ? Math.Min(state.OpenPlaces[row], rows.Sides.UsefulPlaces[row]) : 1) + 1);
        // What it holds is worth exactly its price to the row.
        var worthOfHeld = state.OpenPlaces[row] < rows.Sides.PlacesOfRow(row) ? state.RowPrices[row] : -1;
        var ordered = rows.Ordered(row);
        var position = 0;
        for (; position < ordered || position < (ordered = rows.OrderTo(row, best.IsFull ? best.LowestValue + 1 : 1)); position++)
        {
            var weight = rows.Weight(row, position);
            if (best.IsFull && weight <= best.LowestValue) break;
            var column = rows.Column(row, position);
            var value = weight - state.Columns[column].Price;
            if (value > (best.IsFull ? best.LowestValue : 0) && !(value == worthOfHeld && Holds(row, column))) best.Add(position, value);
        }
        budget -= position + 1;
    }

    /// <summary>What the next bid will read; and where that is found for the two bids after it.</summary>
    private void FetchForNext()
    {
        if (waiting.Count > 2) rows.FetchPlace(waiting[2]);
        if (waiting.Count > 1) rows.FetchFirst(waiting[1]);
        if (waiting.Count > 0) state.FetchColumns(waiting[0]);
    }

    private bool Holds(int row, int column)
        => !state.Columns[column].HasRoom && !state.HasSeveralPlaces(column) && state.Holder(column, 0) == row;

    private void TakeRoom(int row, int position)
    {
        var column = rows.Column(row, position);
        state.RowPrices[row] = rows.Weight(row, position) - state.Columns[column].Price;
        if (!state.Columns[column].HasRoom) return;
        state.Hold(column, row);
        state.OpenPlaces[row]--;
    }

    /// <summary>The columns that the row holds rise by as much as it falls, so they stay exactly covered.</summary>
    private void LowerPrice(int row, long price)
    {
        var before = state.RowPrices[row];
        state.RowPrices[row] = price;
        if (before == price || state.OpenPlaces[row] == rows.Sides.PlacesOfRow(row)) return;
        var ordered = rows.Ordered(row);
        for (var position = 0; position < ordered || position < (ordered = rows.OrderTo(row, before)); position++)
        {
            var weight = rows.Weight(row, position);
            if (weight < before) break;
            var column = rows.Column(row, position);
            if (state.Columns[column].Price == weight - before && Holds(row, column)) state.Columns[column].Price = weight - price;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(int row, int position, long price)
    {
        var column = rows.Column(row, position);
        if (state.Columns[column].HasRoom) state.Hold(column, row);
        else
        {
            ref var holder = ref state.Holder(column, 0);
            state.OpenPlaces[holder]++;
            waiting.Add(holder);
            holder = row;
        }
        state.Columns[column].Price = rows.Weight(row, position) - price;
        state.OpenPlaces[row]--;
    }

    /// <summary>Columns that nobody holds have price 0, so those worth the price exactly have it for their weight.</summary>
    private void TakeFree(int row, long price)
    {
        var ordered = rows.Ordered(row);
        for (var position = 0; position < ordered || position < (ordered = rows.OrderTo(row, price)); position++)
        {
            var weight = rows.Weight(row, position);
            if (weight < price) return;
            var column = rows.Column(row, position);
            if (weight > price || !state.Columns[column].HasRoom || state.HasSeveralPlaces(column)) continue;
            state.Hold(column, row);
            if (--state.OpenPlaces[row] == 0) return;
        }
    }
}
