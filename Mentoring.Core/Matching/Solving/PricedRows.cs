using System.Numerics;

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
    /// <summary>Null where every column has one place: looking it up would be one more wait for memory.</summary>
    private readonly int[]? holderStarts;

    public PricedRows(SearchRows<TKey, TKeys> rows)
    {
        Rows = rows;
        var sides = rows.Sides;
        RowPrices = new long[sides.RowCount];
        OpenPlaces = [.. sides.RowPlaces];
        Columns = new ColumnState[sides.ColumnCount];
        holderStarts = sides.RowsAreMentors ? null : new int[sides.ColumnCount + 1];
        for (var row = 0; row < RowPrices.Length; row++)
            if (rows.Order(row) > 0) RowPrices[row] = rows.Weight(row, 0);
        for (var column = 0; column < Columns.Length; column++)
        {
            Columns[column].Places = sides.ColumnPlaces[column];
            if (holderStarts is not null) holderStarts[column + 1] = holderStarts[column] + sides.UsefulPlaces[column];
        }
        Holders = new int[holderStarts is null ? sides.ColumnCount : holderStarts[^1]];
    }

    public SearchRows<TKey, TKeys> Rows { get; }

    public long[] RowPrices { get; }

    public ColumnState[] Columns { get; }

    /// <summary>Places of each row that no search has settled yet.</summary>
    public int[] OpenPlaces { get; }

    public int[] Holders { get; }

    /// <summary>Where the rows that hold a place of a column start in <see cref="Holders"/>.</summary>
    public int FirstHolder(int column) => holderStarts is null ? column : holderStarts[column];

    public void Hold(int column, int row) => Holders[FirstHolder(column) + Columns[column].Held++] = row;
}
