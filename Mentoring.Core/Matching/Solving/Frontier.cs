using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// From where a search goes on, nearest first: columns, and rows of which only the first pairs are read, because what is left of them is too
/// far away to be asked for yet. Columns as near as the search has come wait on a stack, all others in a heap.
/// </summary>
internal sealed class Frontier(Scratch scratch, int rowCount, int columnCount)
{
    private readonly DistanceHeap columns = new(columnCount, scratch);
    private readonly DistanceHeap rows = new(rowCount, scratch);
    private readonly int[] here = scratch.Any<int>(columnCount);
    private int countHere;

    /// <summary>How far the search has come: nothing nearer is left.</summary>
    public long Reached { get; private set; }

    public void Begin()
    {
        (Reached, countHere) = (0, 0);
        columns.Clear();
        rows.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int column, long distance)
    {
        if (distance == Reached) here[countHere++] = column;
        else columns.Insert(column, distance);
    }

    /// <summary>The column must be among those farther than the search has come.</summary>
    public void BringNearer(int column, long distance) => columns.Lower(column, distance);

    /// <param name="distance">Nothing left of the row is nearer.</param>
    public void AddRestOf(int row, long distance) => rows.Insert(row, distance);

    /// <summary>The next row to be read further, if that comes before any column.</summary>
    /// <param name="bound">What is so far away, or farther, is not wanted.</param>
    public bool TakeRow(long bound, out int row)
    {
        row = -1;
        if (countHere > 0 || rows.IsEmpty || rows.LeastDistance >= (columns.IsEmpty ? bound : Math.Min(bound, columns.LeastDistance))) return false;
        Reached = rows.LeastDistance;
        row = rows.TakeLeast();
        return true;
    }

    /// <inheritdoc cref="TakeRow"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TakeColumn(long bound, out int column)
    {
        column = -1;
        if (countHere > 0)
        {
            column = here[--countHere];
            return true;
        }
        if (columns.IsEmpty || columns.LeastDistance >= bound) return false;
        Reached = columns.LeastDistance;
        column = columns.TakeLeast();
        return true;
    }
}
