namespace Mentoring.Core.Matching;

/// <summary>Strongly connected components, without recursion: paths can be as long as there are people.</summary>
internal sealed class TightGroups(int count, Func<int, IEnumerable<int>> from)
{
    private readonly int[] numbers = new int[count];
    private readonly int[] lowest = new int[count];
    private readonly int[] groupOf = new int[count];
    private readonly Stack<int> open = new();
    private readonly Stack<(int Node, IEnumerator<int> Further)> path = new();
    private int numbered;
    private int groups;

    /// <summary>The group of each node, and how many there are; a group leads only to groups of lower numbers.</summary>
    public (int[] GroupOf, int Groups) Find()
    {
        Array.Fill(groupOf, -1);
        for (var node = 0; node < groupOf.Length; node++)
        {
            if (numbers[node] > 0) continue;
            Enter(node);
            while (path.Count > 0) Step();
        }
        return (groupOf, groups);
    }

    private void Enter(int node)
    {
        numbers[node] = lowest[node] = ++numbered;
        open.Push(node);
        path.Push((node, from(node).GetEnumerator()));
    }

    private void Step()
    {
        var (node, further) = path.Peek();
        while (further.MoveNext())
        {
            var other = further.Current;
            if (numbers[other] == 0)
            {
                Enter(other);
                return;
            }
            if (groupOf[other] < 0) lowest[node] = Math.Min(lowest[node], numbers[other]);
        }

        path.Pop();
        if (path.TryPeek(out var before)) lowest[before.Node] = Math.Min(lowest[before.Node], lowest[node]);
        if (lowest[node] == numbers[node]) Close(node);
    }

    private void Close(int first)
    {
        int member;
        do
        {
            member = open.Pop();
            groupOf[member] = groups;
        }
        while (member != first);
        groups++;
    }
}
