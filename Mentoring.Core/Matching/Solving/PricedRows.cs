using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// A growing matching with prices under which it is always best among matchings of its size: every pair is covered
/// (row price + column price ≥ weight), matched pairs exactly, and a column with room has price 0.
/// Row prices only fall, column prices only rise.
/// </summary>
internal sealed class PricedRows<TKey, TKeys>
    where TKey : unmanaged, IBinaryInteger<TKey>
    where TKeys : struct, IPairKeys<TKey>
{
    /// <summary>Bids and searches read few pairs of most rows.</summary>
    private const int FewPairs = 8;

    /// <summary>Of each column, and who holds them. Null where every column has one: looking them up would be one more wait for memory.</summary>
    private readonly int[]? places;
    private readonly int[]? holders;

    public PricedRows(SearchRows<TKey, TKeys> rows)
    {
        Rows = rows;
        var sides = rows.Sides;
        RowPrices = new long[sides.RowCount];
        OpenPlaces = rows.Scratch.Any<int>(sides.RowCount);
        Columns = rows.Scratch.Any<ColumnState>(sides.ColumnCount);
        for (var row = 0; row < RowPrices.Length; row++)
        {
            OpenPlaces[row] = sides.PlacesOfRow(row);
            if (rows.Order(row) > 0) RowPrices[row] = rows.Weight(row, 0);
        }
        var first = 0;
        for (var column = 0; column < sides.ColumnCount; column++)
        {
            Columns[column] = new ColumnState { Room = sides.PlacesOfColumn(column), Holder = sides.RowsAreMentors ? -1 : first };
            if (!sides.RowsAreMentors) first += sides.UsefulPlaces[column];
        }
        if (!sides.RowsAreMentors) (places, holders) = (sides.Pairs.Capacities, rows.Scratch.Any<int>(first));
    }

    public SearchRows<TKey, TKeys> Rows { get; }

    public long[] RowPrices { get; }

    /// <summary>Of all columns; the array may be longer.</summary>
    public ColumnState[] Columns { get; }

    /// <summary>Places of each row that no search has settled yet; the array may be longer.</summary>
    public int[] OpenPlaces { get; }

    public bool HasSeveralPlaces(int column) => places is not null && places[column] > 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int HolderCount(int column) => (places is null ? 1 : places[column]) - Columns[column].Room;

    /// <summary>The row that holds a place of a column.</summary>
    /// <param name="place">Under <see cref="HolderCount"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int Holder(int column, int place)
    {
        ref var state = ref Columns[column];
        return ref holders is null ? ref state.Holder : ref holders[state.Holder + place];
    }

    /// <summary>Of a row that is read next.</summary>
    public void FetchColumns(int row)
    {
        var likely = Math.Min(Rows.Ordered(row), FewPairs);
        for (var position = 0; position < likely; position++) Ahead.Fetch(Columns, Rows.Column(row, position));
    }

    public void Hold(int column, int row)
    {
        Holder(column, HolderCount(column)) = row;
        Columns[column].Room--;
    }
}
