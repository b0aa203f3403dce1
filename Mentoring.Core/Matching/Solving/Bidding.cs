namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Settles most places before any search: a row takes its best columns and lowers its own price to the best it did not take, which
/// raises theirs by as much as they are worth to it; whoever loses a column bids again. This is the augmenting row reduction of
/// R. Jonker and A. Volgenant (1987) for rows with several places; as an auction (D. P. Bertsekas, "The auction algorithm", 1988)
/// without a least increment, so exact, and stopped after a bounded amount of reading. What it leaves open the search settles.
/// </summary>
internal sealed class Bidding
{
    /// <summary>How often all pairs may be read, on average.</summary>
    private const int Readings = 4;

    private readonly PricedRows state;
    private readonly SortedRows rows;
    private readonly Queue<int> waiting;
    private readonly bool[] isWaiting;
    private readonly BestEntries best = new();
    private long budget;

    private Bidding(PricedRows state)
    {
        this.state = state;
        rows = state.Rows;
        waiting = new Queue<int>(rows.RowCount);
        isWaiting = new bool[rows.RowCount];
        budget = ((long)rows.Columns.Length * Readings) + rows.RowCount;
    }

    public static void Run(PricedRows state)
    {
        var bidding = new Bidding(state);
        for (var row = 0; row < state.Rows.RowCount; row++)
            if (state.OpenPlaces[row] > 0 && state.RowPrices[row] > 0) bidding.Enqueue(row);
        while (bidding.budget > 0 && bidding.waiting.TryDequeue(out var row))
        {
            bidding.isWaiting[row] = false;
            bidding.Bid(row);
        }
    }

    private void Enqueue(int row)
    {
        if (isWaiting[row]) return;
        isWaiting[row] = true;
        waiting.Enqueue(row);
    }

    private void Bid(int row)
    {
        FindBest(row);
        // A column with room for several keeps price 0, so its place is taken without bidding.
        if (best.Count > 0 && rows.ColumnPlaces[rows.Columns[best.HighestEntry]] > 1)
        {
            TakeRoom(row, best.HighestEntry);
            return;
        }

        var price = best.IsFull ? best.LowestValue : 0;
        LowerPrice(row, price);
        // Those worth more than the new price must be taken; at the price itself only what nobody holds, and only then.
        for (var index = 0; index < best.Count; index++)
            if (best.Value(index) > price) Take(row, best.Entry(index), price);
        for (var index = 0; index < best.Count && state.OpenPlaces[row] > 0; index++)
            if (best.Value(index) == price && IsFree(rows.Columns[best.Entry(index)])) Take(row, best.Entry(index), price);
    }

    private bool IsFree(int column) => rows.ColumnPlaces[column] == 1 && state.HasRoom(column);

    /// <summary>The best columns not yet held, as many as there are open places and one more.</summary>
    private void FindBest(int row)
    {
        best.Clear((int)Math.Min(state.OpenPlaces[row] + 1L, rows.Starts[row + 1] - rows.Starts[row] + 1L));
        var entry = rows.Starts[row];
        for (; entry < rows.Starts[row + 1]; entry++)
        {
            var weight = rows.Weights[entry];
            if (best.IsFull && weight <= best.LowestValue) break;
            var column = rows.Columns[entry];
            if (Holds(row, column)) continue;
            var value = weight - state.ColumnPrices[column];
            if (value > 0) best.Add(entry, value);
        }
        budget -= entry - rows.Starts[row] + 1;
    }

    private bool Holds(int row, int column)
        => rows.ColumnPlaces[column] == 1 && !state.HasRoom(column) && state.Holders[state.HolderStarts[column]] == row;

    private void TakeRoom(int row, int entry)
    {
        var column = rows.Columns[entry];
        state.RowPrices[row] = rows.Weights[entry] - state.ColumnPrices[column];
        if (!state.HasRoom(column)) return;
        state.Hold(column, row);
        state.OpenPlaces[row]--;
    }

    /// <summary>The columns that the row holds rise by as much as it falls, so they stay exactly covered.</summary>
    private void LowerPrice(int row, long price)
    {
        var before = state.RowPrices[row];
        state.RowPrices[row] = price;
        if (before == price || state.OpenPlaces[row] == rows.RowPlaces[row]) return;
        for (var entry = rows.Starts[row]; entry < rows.Starts[row + 1] && rows.Weights[entry] >= before; entry++)
            if (Holds(row, rows.Columns[entry])) state.ColumnPrices[rows.Columns[entry]] = rows.Weights[entry] - price;
    }

    private void Take(int row, int entry, long price)
    {
        var column = rows.Columns[entry];
        if (state.HasRoom(column)) state.Hold(column, row);
        else
        {
            ref var holder = ref state.Holders[state.HolderStarts[column]];
            state.OpenPlaces[holder]++;
            Enqueue(holder);
            holder = row;
        }
        state.ColumnPrices[column] = rows.Weights[entry] - price;
        state.OpenPlaces[row]--;
    }
}
