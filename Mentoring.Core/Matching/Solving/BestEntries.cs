using System.Runtime.CompilerServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>The few highest of many values, kept as a heap with the lowest of them on top.</summary>
internal sealed class BestEntries
{
    private int[] entries = new int[4];
    private long[] values = new long[4];
    private int limit;

    public int Count { get; private set; }

    public bool IsFull => Count == limit;

    public long LowestValue => values[0];

    /// <summary>The first added of the highest.</summary>
    public int HighestEntry { get; private set; }

    private long HighestValue { get; set; }

    public int Entry(int index) => entries[index];

    public long Value(int index) => values[index];

    public void Clear(int limit)
    {
        this.limit = limit;
        Count = 0;
        HighestValue = 0;
        if (entries.Length >= limit) return;
        entries = new int[limit];
        values = new long[limit];
    }

    /// <param name="entry">What the value belongs to.</param>
    /// <param name="value">Over 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int entry, long value)
    {
        if (value > HighestValue) (HighestValue, HighestEntry) = (value, entry);
        if (Count < limit) Rise(entry, value);
        else if (value > values[0]) Sink(entry, value);
    }

    private void Rise(int entry, long value)
    {
        var position = Count++;
        while (position > 0 && values[(position - 1) / 2] > value)
        {
            (entries[position], values[position]) = (entries[(position - 1) / 2], values[(position - 1) / 2]);
            position = (position - 1) / 2;
        }
        (entries[position], values[position]) = (entry, value);
    }

    private void Sink(int entry, long value)
    {
        var position = 0;
        while ((2 * position) + 1 < Count)
        {
            var child = (2 * position) + 1;
            if (child + 1 < Count && values[child + 1] < values[child]) child++;
            if (values[child] >= value) break;
            (entries[position], values[position]) = (entries[child], values[child]);
            position = child;
        }
        (entries[position], values[position]) = (entry, value);
    }
}
