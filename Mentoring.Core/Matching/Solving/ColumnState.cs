namespace Mentoring.Core.Matching.Solving;

/// <summary>A column as the search sees it, side by side in memory.</summary>
internal struct ColumnState
{
    public long Price;

    /// <summary>How many of its places rows hold.</summary>
    public int Held;

    public int Places;

    public readonly bool HasRoom => Held < Places;
}

/// <summary>How a column is reached.</summary>
internal struct ColumnPath
{
    public long Distance;
    public int Row;
    public int Stamp;
}

/// <summary>How a row is reached: over which column, and which of its places.</summary>
internal struct RowPath
{
    public long Distance;
    public int Stamp;
    public int Column;
    public int Holder;
}
