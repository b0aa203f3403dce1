namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// In which order rows are settled. The most urgent class comes first and is settled before the next is looked at: then nobody takes a
/// place from which a more urgent mentee would have to push them out again, which is a search through everybody each time.
/// </summary>
internal static class Turns
{
    /// <param name="classes">Of the rows; null where all are as urgent.</param>
    /// <returns>The rows, and where each class ends.</returns>
    public static (int[] Order, int[] Ends) Of(int[]? classes, int rowCount)
    {
        int[] order = [.. Enumerable.Range(0, rowCount)];
        if (classes is null) return (order, [rowCount]);
        var ends = new int[classes.Max() + 1];
        foreach (var each in classes) ends[each]++;
        for (var each = 1; each < ends.Length; each++) ends[each] += ends[each - 1];
        Array.Sort([.. classes], order);
        return (order, ends);
    }
}
