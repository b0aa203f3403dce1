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
    public PricedRows(SearchRows<TKey, TKeys> rows)
    {
        Rows = rows;
        var sides = rows.Sides;
        RowPrices = new long[sides.RowCount];
        OpenPlaces = [.. sides.RowPlaces];
        Columns = new ColumnState[sides.ColumnCount];
        HolderStarts = new int[sides.ColumnCount + 1];
        for (var row = 0; row < RowPrices.Length; row++)
            if (rows.Order(row) > 0) RowPrices[row] = rows.Weight(row, 0);
        for (var column = 0; column < Columns.Length; column++)
        {
            Columns[column].Places = sides.ColumnPlaces[column];
            HolderStarts[column + 1] = HolderStarts[column] + (sides.RowsAreMentors ? 1 : sides.UsefulPlaces[column]);
        }
        Holders = new int[HolderStarts[^1]];
    }

    public SearchRows<TKey, TKeys> Rows { get; }

    public long[] RowPrices { get; }

    public ColumnState[] Columns { get; }

    /// <summary>Places of each row that no search has settled yet.</summary>
    public int[] OpenPlaces { get; }

    /// <summary>Where the rows that hold a place of a column start in <see cref="Holders"/>.</summary>
    public int[] HolderStarts { get; }

    public int[] Holders { get; }

    public void Hold(int column, int row) => Holders[HolderStarts[column] + Columns[column].Held++] = row;
}
