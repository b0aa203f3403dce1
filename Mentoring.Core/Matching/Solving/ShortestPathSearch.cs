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
    private readonly RowPath[] rowPaths = new RowPath[state.Rows.Sides.RowCount];
    private readonly int[] reachedRows = new int[state.Rows.Sides.RowCount];
    private readonly ColumnPath[] paths = new ColumnPath[state.Rows.Sides.ColumnCount];
    private readonly int[] settledColumns = new int[state.Rows.Sides.ColumnCount];
    private readonly int[] level = new int[state.Rows.Sides.ColumnCount];
    private readonly DistanceHeap heap = new(state.Rows.Sides.ColumnCount);

    private int stamp;
    private int reachedCount;
    private int settledCount;
    private int levelCount;
    private long levelDistance;
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
        Reach(source, column: -1, holder: -1);
        while (bound > levelDistance && TakeNearest(out var column)) Expand(column);

        MovePrices();
        Augment(source);
        state.OpenPlaces[source]--;
    }

    /// <summary>Lowers the prices of all sources, each given once, as far as the nearest of all their ends. Nobody moves yet.</summary>
    public void LowerTogether(ReadOnlySpan<int> sources)
    {
        Begin();
        foreach (var source in sources) Reach(source, column: -1, holder: -1);
        while (bound > levelDistance && TakeNearest(out var column)) Expand(column);
        MovePrices();
    }

    private void Begin()
    {
        stamp++;
        (reachedCount, settledCount, levelCount, levelDistance) = (0, 0, 0, 0);
        heap.Clear();
        (bound, endColumn) = (long.MaxValue, -1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TakeNearest(out int column)
    {
        if (levelCount > 0)
        {
            column = level[--levelCount];
        }
        else
        {
            column = -1;
            if (heap.IsEmpty || heap.LeastDistance >= bound) return false;
            levelDistance = heap.LeastDistance;
            column = heap.TakeLeast();
        }
        settledColumns[settledCount++] = column;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Expand(int column)
    {
        var start = state.FirstHolder(column);
        var end = start + state.Columns[column].Held;
        for (var holder = start; holder < end && bound > levelDistance; holder++)
        {
            var row = state.Holders[holder];
            if (rowPaths[row].Stamp != stamp) Reach(row, column, holder);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reach(int row, int column, int holder)
    {
        rowPaths[row] = new RowPath { Distance = levelDistance, Stamp = stamp, Column = column, Holder = holder };
        reachedRows[reachedCount++] = row;

        var offset = levelDistance + state.RowPrices[row];
        if (offset < bound) (bound, endRow, endColumn) = (offset, row, -1);
        Scan(row, offset);
    }

    private void Scan(int row, long offset)
    {
        unchecked
        {
            // What is kept beside the loop need not be looked up again after every write.
            var (keys, columns, code) = (rows.Keys, state.Columns, rows.Code);
            var salt = code.Salt(row);
            var (start, ordered, nearest) = (rows.Start(row), rows.Ordered(row), bound);
            var position = 0;
            for (; ; position++)
            {
                if (position == ordered)
                {
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
            PairsRead += position;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Offer(int column, int row, long distance)
    {
        ref var path = ref paths[column];
        if (path.Stamp != stamp)
        {
            path.Stamp = stamp;
            FetchFor(state.Holders[state.FirstHolder(column)]);
            if (distance == levelDistance) level[levelCount++] = column;
            else heap.Insert(column, distance);
        }
        else if (distance < path.Distance) heap.Lower(column, distance);
        else return;
        path.Distance = distance;
        path.Row = row;
    }

    /// <summary>A row that will likely be reached: at least one holds a place of every column that is offered.</summary>
    private void FetchFor(int row)
    {
        Ahead.Fetch(rowPaths, row);
        rows.FetchFirst(row);
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
            var (column, givenUp) = (rowPaths[row].Column, rowPaths[row].Holder);
            row = paths[column].Row;
            state.Holders[givenUp] = row;
        }
    }
}
