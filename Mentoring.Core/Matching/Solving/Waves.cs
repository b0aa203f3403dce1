using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Settles many open places at once where single searches would each go through everybody: one search from all of them moves the prices
/// to the nearest end, then paths of exactly covered pairs are grown one after another through people whom no path before has touched.
/// After J. E. Hopcroft and R. M. Karp, "An n^5/2 algorithm for maximum matchings in bipartite graphs", 1973; H. N. Gabow and
/// R. E. Tarjan, "Faster scaling algorithms for network problems", 1989.
/// </summary>
internal sealed class Waves<TKey, TKeys>(PricedRows<TKey, TKeys> state, ShortestPathSearch<TKey, TKeys> search)
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
{
    private readonly SearchRows<TKey, TKeys> rows = state.Rows;
    private readonly RowStep[] rowSteps = state.Rows.Scratch.Zeros<RowStep>(state.Rows.Sides.RowCount);
    private readonly ColumnStep[] columnSteps = state.Rows.Scratch.Zeros<ColumnStep>(state.Rows.Sides.ColumnCount);
    private readonly int[] path = state.Rows.Scratch.Any<int>(state.Rows.Sides.RowCount);
    private int stamp;
    private int length;

    /// <summary>In all waves so far.</summary>
    public long PairsRead { get; private set; }

    /// <returns>How many places the wave has settled.</returns>
    public int Run(ReadOnlySpan<int> open)
    {
        var before = search.PairsRead;
        search.LowerTogether(open);
        PairsRead += search.PairsRead - before;
        stamp++;
        var settled = 0;
        foreach (var row in open)
        {
            if (rowSteps[row].Stamp == stamp) continue;
            Visit(row, column: -1, place: -1);
            for (; state.OpenPlaces[row] > 0 && state.RowPrices[row] > 0 && Grow(row); settled++) state.OpenPlaces[row]--;
        }
        return settled;
    }

    private void Visit(int row, int column, int place) => rowSteps[row] = new RowStep { Stamp = stamp, Column = column, Place = place, Current = -1 };

    /// <summary>Depth first, so that whoever is not on the path is left for others unless they are a dead end.</summary>
    private bool Grow(int source)
    {
        path[0] = source;
        length = 1;
        while (length > 0)
        {
            var row = path[length - 1];
            ref var step = ref rowSteps[row];
            if (step.Current >= 0)
            {
                if (NextHolder(step.Current) is not (>= 0 and var next))
                {
                    step.Current = -1;
                    continue;
                }
                path[length++] = next;
                if (state.RowPrices[next] > 0) continue;
                Move(next, source);
                return true;
            }
            if (NextTight(row, ref step) is not (>= 0 and var column))
            {
                length--;
                continue;
            }
            if (state.Columns[column].HasRoom)
            {
                state.Hold(column, row);
                Move(row, source);
                return true;
            }
            columnSteps[column] = new ColumnStep { Stamp = stamp, Row = row };
            step.Current = column;
        }
        return false;
    }

    /// <returns>Visited now; -1 where all are.</returns>
    private int NextHolder(int column)
    {
        ref var step = ref columnSteps[column];
        var count = state.HolderCount(column);
        while (step.Next < count)
        {
            var place = step.Next++;
            var row = state.Holder(column, place);
            if (rowSteps[row].Stamp == stamp) continue;
            Visit(row, column, place);
            return row;
        }
        return -1;
    }

    /// <returns>The next column that the row covers exactly and nobody has visited; -1 where there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int NextTight(int row, ref RowStep step)
    {
        var price = state.RowPrices[row];
        var ordered = rows.Ordered(row);
        for (; step.Position < ordered || step.Position < (ordered = rows.OrderTo(row, price)); PairsRead++)
        {
            var over = rows.Weight(row, step.Position) - price;
            if (over < 0) return -1;
            var column = rows.Column(row, step.Position);
            step.Position++;
            if (columnSteps[column].Stamp != stamp && state.Columns[column].Price == over) return column;
        }
        return -1;
    }

    /// <summary>Everybody on the path takes the place before them.</summary>
    private void Move(int row, int source)
    {
        while (row != source)
        {
            var (column, place) = (rowSteps[row].Column, rowSteps[row].Place);
            row = columnSteps[column].Row;
            state.Holder(column, place) = row;
        }
    }

    /// <summary>How a row is reached, and how far its pairs are read.</summary>
    private struct RowStep
    {
        public int Stamp;
        public int Column;
        public int Place;
        public int Position;
        public int Current;
    }

    /// <summary>How a column is reached, and how far its holders are tried.</summary>
    private struct ColumnStep
    {
        public int Stamp;
        public int Row;
        public int Next;
    }
}
