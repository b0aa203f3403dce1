namespace Mentoring.Core.Matching.TieBreaking;

/// <summary>
/// Who can change places without loss: people in the same strongly connected component of the exchange graph (a mentee points to mentors
/// they could have as well, a mentor to the mentees they have, and one more point stands for staying out: whoever may stop or start being
/// matched). An unused tight pair belongs to some best matching exactly when its two people share a component. Components after
/// R. Tarjan, "Depth-first search and linear graph algorithms", 1972, with an explicit stack.
/// </summary>
internal sealed class Exchanges
{
    private readonly TightPairs pairs;
    private readonly PlacesTaken taken;
    private readonly int outside;
    private readonly int[] components;
    private readonly int[] entries;
    private readonly int[] lows;
    private readonly int[] cursors;
    private readonly Stack<int> path = new();
    private readonly Stack<int> open = new();
    private int visited;

    private Exchanges(TightPairs pairs)
    {
        this.pairs = pairs;
        taken = new PlacesTaken(pairs.MentorOf, pairs.MentorCount);
        outside = pairs.MenteeCount + pairs.MentorCount;
        components = new int[outside + 1];
        entries = new int[outside + 1];
        lows = new int[outside + 1];
        cursors = new int[outside + 1];
        for (var point = 0; point <= outside; point++)
            if (entries[point] == 0) Visit(point);
    }

    /// <summary>A number for each mentee and then each mentor; the same for those who share a component.</summary>
    public static int[] Components(TightPairs pairs) => new Exchanges(pairs).components;

    private void Visit(int root)
    {
        Enter(root);
        while (path.TryPeek(out var point))
        {
            var next = Next(point);
            if (next < 0) Leave(path.Pop());
            else if (entries[next] == 0) Enter(next);
            else if (components[next] == 0) lows[point] = Math.Min(lows[point], entries[next]);
        }
    }

    private void Enter(int point)
    {
        entries[point] = lows[point] = ++visited;
        path.Push(point);
        open.Push(point);
    }

    private void Leave(int point)
    {
        if (path.TryPeek(out var before)) lows[before] = Math.Min(lows[before], lows[point]);
        if (lows[point] != entries[point]) return;
        int member;
        do components[member = open.Pop()] = entries[point];
        while (member != point);
    }

    /// <summary>The next point this one leads to, or -1.</summary>
    private int Next(int point)
    {
        if (point < pairs.MenteeCount) return NextOfMentee(point);
        return point < outside ? NextOfMentor(point - pairs.MenteeCount, point) : NextOfOutside();
    }

    private int NextOfMentee(int mentee)
    {
        var count = pairs.Starts[mentee + 1] - pairs.Starts[mentee];
        while (cursors[mentee] < count)
        {
            var mentor = pairs.Mentors[pairs.Starts[mentee] + cursors[mentee]++];
            if (mentor != pairs.MentorOf[mentee]) return pairs.MenteeCount + mentor;
        }
        var mayStop = pairs.MentorOf[mentee] >= 0 && !pairs.MenteeIsKept[mentee];
        return cursors[mentee]++ == count && mayStop ? outside : -1;
    }

    private int NextOfMentor(int mentor, int point)
    {
        var mentees = taken.MenteesOf(mentor);
        var cursor = cursors[point]++;
        if (cursor < mentees.Length) return mentees[cursor];
        return cursor == mentees.Length && mentees.Length < pairs.Capacities[mentor] ? outside : -1;
    }

    private int NextOfOutside()
    {
        while (cursors[outside] < outside)
        {
            var point = cursors[outside]++;
            var mayStart = point < pairs.MenteeCount
                ? pairs.MentorOf[point] < 0
                : !pairs.MentorIsKept[point - pairs.MenteeCount] && taken.CountOf(point - pairs.MenteeCount) > 0;
            if (mayStart) return point;
        }
        return -1;
    }
}
