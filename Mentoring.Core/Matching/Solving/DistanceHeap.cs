using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Columns by distance, least first, with lowering: a heap of four children a node (D. B. Johnson, "Priority queues with update
/// and finding minimum spanning trees", 1975), which is shallow and reads neighbouring memory.
/// </summary>
internal sealed class DistanceHeap(int columnCount)
{
    private readonly int[] columns = new int[columnCount];
    private readonly long[] distances = new long[columnCount];
    private readonly int[] positions = new int[columnCount];
    private int count;

    public bool IsEmpty => count == 0;

    public long LeastDistance => distances[0];

    public void Clear() => count = 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Insert(int column, long distance) => Rise(count++, column, distance);

    /// <summary>The column must be in the heap at a greater distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Lower(int column, long distance) => Rise(positions[column], column, distance);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int TakeLeast()
    {
        var least = columns[0];
        count--;
        if (count > 0) Sink(columns[count], distances[count]);
        return least;
    }

    private void Rise(int position, int column, long distance)
    {
        while (position > 0)
        {
            var parent = (position - 1) >> 2;
            if (distances[parent] <= distance) break;
            Put(position, columns[parent], distances[parent]);
            position = parent;
        }
        Put(position, column, distance);
    }

    private void Sink(int column, long distance)
    {
        var position = 0;
        while (true)
        {
            var child = (position << 2) + 1;
            if (child >= count) break;
            var nearest = child;
            var end = Math.Min(child + 4, count);
            for (var other = child + 1; other < end; other++)
                if (distances[other] < distances[nearest]) nearest = other;
            if (distances[nearest] >= distance) break;
            Put(position, columns[nearest], distances[nearest]);
            position = nearest;
        }
        Put(position, column, distance);
    }

    private void Put(int position, int column, long distance)
    {
        columns[position] = column;
        distances[position] = distance;
        positions[column] = position;
    }
}
