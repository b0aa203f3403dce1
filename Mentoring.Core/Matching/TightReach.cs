namespace Mentoring.Core.Matching;

/// <summary>
/// Where exactly covered pairs lead at the lowest prices: from a mentee to a mentor, and from a mentor to where their mentees could move.
/// Mentors who lead to each other are one group, found once for everybody (R. Tarjan, "Depth-first search and linear graph algorithms",
/// 1972); so a mentee's answer costs the groups reached, not the pairs.
/// </summary>
internal sealed class TightReach
{
    private const int Nobody = -1;
    private const int Several = -2;

    private readonly PlaceValues values;
    private readonly PlacesTaken taken;
    private readonly int[] starts;
    private readonly int[] mentors;
    private readonly int[] groupOf;
    private readonly List<int>[] next;
    private readonly int[] sizes;
    private readonly bool[] giveWay;
    private readonly int[] claimant;
    private readonly int[] reachedFor;
    private int search;

    public TightReach(PlaceValues values)
    {
        this.values = values;
        var problem = values.Solution.Problem;
        taken = new PlacesTaken(values.Solution.MentorOf.AsSpan(), problem.MentorCount);
        (starts, mentors) = TightPairs(problem);
        (groupOf, var groups) = new TightGroups(problem.MentorCount, From).Find();
        (next, sizes, giveWay, claimant, reachedFor) = (new List<int>[groups], new int[groups], new bool[groups], new int[groups], new int[groups]);
        Connect(problem.MentorCount);
        Claim(problem.MenteeCount);
    }

    /// <summary>Whether an equally good matching has this mentee in the stead of somebody whose own price is 0.</summary>
    public bool IsDrawnByLot(int mentee)
    {
        foreach (var mentor in TightMentors(mentee))
            if (giveWay[groupOf[mentor]]) return true;
        return false;
    }

    /// <summary>The one unmatched mentee whom one more place with this mentor would bring in; negative where there is none, or several would be as good.</summary>
    public int OnlyClaimant(int mentor) => claimant[groupOf[mentor]];

    /// <summary>How many mentors the mentee reaches; <see cref="WasReached"/> then tells which, until the next call.</summary>
    public int Reach(int mentee)
    {
        search++;
        var count = 0;
        var waiting = new Stack<int>();
        foreach (var mentor in TightMentors(mentee)) Enter(groupOf[mentor]);
        while (waiting.TryPop(out var group))
            foreach (var further in next[group]) Enter(further);
        return count;

        void Enter(int group)
        {
            if (reachedFor[group] == search) return;
            reachedFor[group] = search;
            count += sizes[group];
            waiting.Push(group);
        }
    }

    public bool WasReached(int mentor) => reachedFor[groupOf[mentor]] == search;

    private ReadOnlySpan<int> TightMentors(int mentee) => mentors.AsSpan(starts[mentee]..starts[mentee + 1]);

    /// <summary>Mentors to whom a mentor's mentees could move without loss.</summary>
    private IEnumerable<int> From(int mentor)
    {
        var holders = taken.MenteesOf(mentor).ToArray();
        foreach (var holder in holders)
            for (var pair = starts[holder]; pair < starts[holder + 1]; pair++)
                if (mentors[pair] != mentor) yield return mentors[pair];
    }

    private (int[] Starts, int[] Mentors) TightPairs(MatchingProblem problem)
    {
        var tightStarts = new int[problem.MenteeCount + 1];
        var tight = new List<int>(problem.MenteeCount * 2);
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
        {
            for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
            {
                var mentor = problem.PairMentors[pair];
                if (values.OfMentees[mentee] + values.OfMentors[mentor] == values.Objective.Of(mentee, pair)) tight.Add(mentor);
            }
            tightStarts[mentee + 1] = tight.Count;
        }
        return (tightStarts, [.. tight]);
    }

    /// <summary>Groups are numbered so that each leads only to lower numbers: what is known of those is passed up.</summary>
    private void Connect(int mentorCount)
    {
        for (var group = 0; group < next.Length; group++) next[group] = [];
        for (var mentor = 0; mentor < mentorCount; mentor++)
        {
            var group = groupOf[mentor];
            sizes[group]++;
            foreach (var holder in taken.MenteesOf(mentor)) giveWay[group] |= values.OfMentees[holder] == 0;
            foreach (var further in From(mentor))
                if (groupOf[further] != group) next[group].Add(groupOf[further]);
        }
        for (var group = 0; group < next.Length; group++)
        {
            next[group] = [.. next[group].Distinct()];
            foreach (var further in next[group]) giveWay[group] |= giveWay[further];
        }
    }

    /// <summary>From the groups that nobody leads to downwards.</summary>
    private void Claim(int menteeCount)
    {
        Array.Fill(claimant, Nobody);
        for (var mentee = 0; mentee < menteeCount; mentee++)
            if (values.Solution.MentorOf[mentee] < 0)
                foreach (var mentor in TightMentors(mentee)) Add(groupOf[mentor], mentee);
        for (var group = next.Length - 1; group >= 0; group--)
            foreach (var further in next[group])
                if (claimant[group] != Nobody) Add(further, claimant[group]);

        void Add(int group, int mentee) => claimant[group] = claimant[group] == Nobody || claimant[group] == mentee ? mentee : Several;
    }
}
