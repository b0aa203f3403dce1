using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Columns, or rows, by distance, least first, with lowering: a heap of four children a node (D. B. Johnson, "Priority queues with update
/// and finding minimum spanning trees", 1975), which is shallow and reads neighbouring memory.
/// </summary>
internal sealed class DistanceHeap
{
    private readonly int[] entries;
    private readonly long[] distances;
    private readonly int[] positions;
    private int count;

    /// <param name="room">One more than the greatest entry.</param>
    public DistanceHeap(int room) => (entries, distances, positions) = (new int[room], new long[room], new int[room]);

    /// <param name="room">One more than the greatest entry.</param>
    public DistanceHeap(int room, Scratch scratch)
        => (entries, distances, positions) = (scratch.Any<int>(room), scratch.Any<long>(room), scratch.Any<int>(room));

    public bool IsEmpty => count == 0;

    public long LeastDistance => distances[0];

    public void Clear() => count = 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Insert(int entry, long distance) => Rise(count++, entry, distance);

    /// <summary>The entry must be in the heap at a greater distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Lower(int entry, long distance) => Rise(positions[entry], entry, distance);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int TakeLeast()
    {
        var least = entries[0];
        count--;
        if (count > 0) Sink(entries[count], distances[count]);
        return least;
    }

    private void Rise(int position, int entry, long distance)
    {
        while (position > 0)
        {
            var parent = (position - 1) >> 2;
            if (distances[parent] <= distance) break;
            Put(position, entries[parent], distances[parent]);
            position = parent;
        }
        Put(position, entry, distance);
    }

    private void Sink(int entry, long distance)
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
            Put(position, entries[nearest], distances[nearest]);
            position = nearest;
        }
        Put(position, entry, distance);
    }

    private void Put(int position, int entry, long distance)
    {
        entries[position] = entry;
        distances[position] = distance;
        positions[entry] = position;
    }
}
