namespace Mentoring.Core.Matching.Solving;

/// <summary>A column as the search sees it, side by side in memory.</summary>
internal struct ColumnState
{
    public long Price;

    /// <summary>How many of its places nobody holds.</summary>
    public int Room;

    /// <summary>The row that holds its place, where all columns have one; where its holders start, where some have more.</summary>
    public int Holder;

    public readonly bool HasRoom => Room > 0;
}

/// <summary>How a column is reached.</summary>
internal struct ColumnPath
{
    public long Distance;
    public int Row;
    public int Stamp;
}

/// <summary>How a row is reached: over which column, and which of its places; and how far it is read.</summary>
internal struct RowPath
{
    public long Distance;
    public int Stamp;
    public int Column;
    public int Place;
    public int Position;
}
