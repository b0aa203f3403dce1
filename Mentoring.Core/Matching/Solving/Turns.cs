namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// In which order rows are settled. Where mentees differ in urgency, the most urgent class comes first and is settled before the next is
/// looked at: then nobody takes a place from which a more urgent mentee would have to push them out again, which is a search through
/// everybody each time. Classes that may not all find a place are left: among them places are scarce, and choose.
/// </summary>
internal sealed class Turns
{
    private readonly int[]? order;
    private readonly int[] ends;

    private Turns(int[]? order, int[] ends, bool settlesAll)
    {
        this.order = order;
        this.ends = ends;
        SettlesAll = settlesAll;
    }

    /// <summary>All rows at once.</summary>
    public static Turns Any { get; } = new(null, [], settlesAll: true);

    public bool SettlesAll { get; }

    /// <summary>The rows of each turn.</summary>
    public IEnumerable<ArraySegment<int>> Of(int rowCount)
    {
        if (order is null) yield return new ArraySegment<int>([.. Enumerable.Range(0, rowCount)]);
        else for (var turn = 1; turn < ends.Length; turn++) yield return new ArraySegment<int>(order, ends[turn - 1], ends[turn] - ends[turn - 1]);
    }

    /// <summary>Mentees by class, as far as there are places for whole classes.</summary>
    public static Turns Of(int[] classes, PairTable pairs)
    {
        var places = 0L;
        foreach (var capacity in pairs.Capacities) places += capacity;
        var ends = new int[classes.Max() + 1];
        var seeking = new int[ends.Length];
        for (var mentee = 0; mentee < classes.Length; mentee++)
        {
            ends[classes[mentee]]++;
            if (pairs.Starts[mentee + 1] > pairs.Starts[mentee]) seeking[classes[mentee]]++;
        }
        for (var each = 1; each < ends.Length; each++) ends[each] += ends[each - 1];
        int[] order = [.. Enumerable.Range(0, classes.Length)];
        Array.Sort([.. classes], order);

        var settled = 0;
        while (settled + 1 < ends.Length && seeking[settled + 1] <= places) places -= seeking[++settled];
        return new Turns(order, ends[..(settled + 1)], settled + 1 == ends.Length);
    }
}
