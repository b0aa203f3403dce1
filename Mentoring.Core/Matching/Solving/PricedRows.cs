namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// A growing matching with prices under which it is always best among matchings of its size: every pair is covered
/// (row price + column price ≥ weight), matched pairs exactly, and a column with room has price 0.
/// Row prices only fall, column prices only rise.
/// </summary>
internal sealed class PricedRows
{
    public PricedRows(SortedRows rows)
    {
        Rows = rows;
        RowPrices = new long[rows.RowCount];
        ColumnPrices = new long[rows.ColumnCount];
        OpenPlaces = [.. rows.RowPlaces];
        Holdings = new int[rows.ColumnCount];
        HolderStarts = new int[rows.ColumnCount + 1];
        for (var row = 0; row < RowPrices.Length; row++)
            if (rows.Starts[row] < rows.Starts[row + 1]) RowPrices[row] = rows.Weights[rows.Starts[row]];
        Holders = new int[MeasureHolders()];
        Array.Fill(Holders, -1);
    }

    public SortedRows Rows { get; }

    public long[] RowPrices { get; }

    public long[] ColumnPrices { get; }

    /// <summary>Places of each row that no search has settled yet.</summary>
    public int[] OpenPlaces { get; }

    /// <summary>Where the rows that hold a place of a column start in <see cref="Holders"/>.</summary>
    public int[] HolderStarts { get; }

    public int[] Holders { get; }

    /// <summary>How many places of each column are held.</summary>
    public int[] Holdings { get; }

    public bool HasRoom(int column) => Holdings[column] < Rows.ColumnPlaces[column];

    public void Hold(int column, int row) => Holders[HolderStarts[column] + Holdings[column]++] = row;

    /// <summary>No column is held more often than it has pairs, however large its capacity.</summary>
    private int MeasureHolders()
    {
        foreach (var column in Rows.Columns) HolderStarts[column + 1]++;
        for (var column = 0; column < ColumnPrices.Length; column++)
            HolderStarts[column + 1] = HolderStarts[column] + Math.Min(HolderStarts[column + 1], Rows.ColumnPlaces[column]);
        return HolderStarts[^1];
    }
}
