using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Settles one open place of a row along the shortest alternating path, by Dijkstra's method over reduced weights
/// (price of row + price of column − weight), to a column with room or to a place that is better left empty; then moves the
/// prices so that everything stays covered. After R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense
/// and sparse linear assignment problems", 1987; J. Edmonds and R. M. Karp, "Theoretical improvements in algorithmic
/// efficiency for network flow problems", 1972. Nothing is cleared between searches (stamps) and nothing allocated.
/// What has no loop is compiled well at once, too: a round is solved once, and over before the compiler would see to it.
/// </summary>
internal sealed class ShortestPathSearch<TKey, TKeys>(PricedRows<TKey, TKeys> state)
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
{
    private readonly SearchRows<TKey, TKeys> rows = state.Rows;
    private readonly RowPath[] rowPaths = state.Rows.Scratch.Zeros<RowPath>(state.Rows.Sides.RowCount);
    private readonly int[] reachedRows = state.Rows.Scratch.Any<int>(state.Rows.Sides.RowCount);
    private readonly ColumnPath[] paths = state.Rows.Scratch.Zeros<ColumnPath>(state.Rows.Sides.ColumnCount);
    private readonly int[] settledColumns = state.Rows.Scratch.Any<int>(state.Rows.Sides.ColumnCount);
    private readonly Frontier frontier = new(state.Rows.Scratch, state.Rows.Sides.RowCount, state.Rows.Sides.ColumnCount);

    private int stamp;
    private int reachedCount;
    private int settledCount;
    private long bound;
    private int endRow;
    private int endColumn;

    /// <summary>In all searches so far, together or apart.</summary>
    public long PairsRead { get; private set; }

    /// <summary>Uses up one open place of the source: it gets a column, or some place on the way stays empty at price 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Settle(int source)
    {
        Begin();
        Reach(source, column: -1, place: -1);
        GoOn();
        MovePrices();
        Augment(source);
        state.OpenPlaces[source]--;
    }

    /// <summary>Lowers the prices of all sources, each given once, as far as the nearest of all their ends. Nobody moves yet.</summary>
    public void LowerTogether(ReadOnlySpan<int> sources)
    {
        Begin();
        foreach (var source in sources) Reach(source, column: -1, place: -1);
        GoOn();
        MovePrices();
    }

    /// <summary>Asks for the memory of a row that is likely among the next.</summary>
    public void FetchFor(int row)
    {
        Ahead.Fetch(rowPaths, row);
        rows.FetchFirst(row);
    }

    private void Begin()
    {
        stamp++;
        (reachedCount, settledCount) = (0, 0);
        frontier.Begin();
        (bound, endColumn) = (long.MaxValue, -1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GoOn()
    {
        while (bound > frontier.Reached)
        {
            while (frontier.TakeRow(bound, out var row)) Scan(row, rowPaths[row].Distance + state.RowPrices[row]);
            if (!frontier.TakeColumn(bound, out var column)) return;
            settledColumns[settledCount++] = column;
            Expand(column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Expand(int column)
    {
        var count = state.HolderCount(column);
        // The first was asked for when the column was offered.
        for (var place = 1; place < count; place++) FetchFor(state.Holder(column, place));
        for (var place = 0; place < count && bound > frontier.Reached; place++)
        {
            var row = state.Holder(column, place);
            if (rowPaths[row].Stamp != stamp) Reach(row, column, place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reach(int row, int column, int place)
    {
        rowPaths[row] = new RowPath { Distance = frontier.Reached, Stamp = stamp, Column = column, Place = place };
        reachedRows[reachedCount++] = row;

        var offset = frontier.Reached + state.RowPrices[row];
        if (offset < bound) (bound, endRow, endColumn) = (offset, row, -1);
        Scan(row, offset);
    }

    /// <summary>Reads a row from where it was left, until nothing nearer than the bound can follow, or nothing as near as the search has come.</summary>
    private void Scan(int row, long offset)
    {
        unchecked
        {
            // What is kept beside the loop need not be looked up again after every write.
            var (keys, columns, code) = (rows.Keys, state.Columns, rows.Code);
            var salt = code.Salt(row);
            var (start, ordered, nearest, first) = (rows.Start(row), rows.Ordered(row), bound, rowPaths[row].Position);
            var position = first;
            for (; ; position++)
            {
                if (position == ordered)
                {
                    if (MayWait(row, offset, position)) break;
                    ordered = rows.Order(row);
                    start = rows.Start(row);
                    if (position == ordered) break;
                }
                var key = keys[start + position];
                var least = offset - code.Weight(key);
                if (least >= nearest) break;
                var column = code.MixedColumn(key) ^ salt;
                ref var target = ref columns[column];
                var distance = least + target.Price;
                if (distance >= nearest) continue;
                if (target.HasRoom)
                {
                    paths[column].Row = row;
                    (bound, endColumn) = (distance, column);
                    nearest = distance;
                }
                else Offer(column, row, distance);
            }
            PairsRead += position - first;
        }
    }

    /// <summary>
    /// Most often a search is over before what is left of a row is asked for, and often it is not even at hand: it waits until the search comes so
    /// far, and where the search is so far already, until all else that is as near is done.
    /// </summary>
    private bool MayWait(int row, long offset, int position)
    {
        var distance = Math.Max(frontier.Reached, offset - rows.HeaviestLeft(row));
        if (distance == frontier.Reached && (rows.HasMoreAtHand(row) || rowPaths[row].Position == position)) return false;
        if (distance >= bound) return true;
        rowPaths[row].Position = position;
        frontier.AddRestOf(row, distance);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Offer(int column, int row, long distance)
    {
        ref var path = ref paths[column];
        if (path.Stamp != stamp)
        {
            path.Stamp = stamp;
            if (distance == frontier.Reached) FetchFor(state.Holder(column, 0));
            frontier.Add(column, distance);
        }
        else if (distance < path.Distance) frontier.BringNearer(column, distance);
        else return;
        path.Distance = distance;
        path.Row = row;
    }

    private void MovePrices()
    {
        for (var index = 0; index < reachedCount; index++)
        {
            var row = reachedRows[index];
            state.RowPrices[row] -= bound - rowPaths[row].Distance;
        }
        for (var index = 0; index < settledCount; index++)
        {
            var column = settledColumns[index];
            state.Columns[column].Price += bound - paths[column].Distance;
        }
    }

    private void Augment(int source)
    {
        var row = endRow;
        if (endColumn >= 0)
        {
            row = paths[endColumn].Row;
            state.Hold(endColumn, row);
        }
        while (row != source)
        {
            var (column, givenUp) = (rowPaths[row].Column, rowPaths[row].Place);
            row = paths[column].Row;
            state.Holder(column, givenUp) = row;
        }
    }
}
