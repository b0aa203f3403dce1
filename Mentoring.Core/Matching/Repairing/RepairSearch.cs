using Mentoring.Core.Matching.Solving;

namespace Mentoring.Core.Matching.Repairing;

/// <summary>
/// The two shortest path searches after a change (sensitivity of linear programs; searches as in J. Edmonds and R. M. Karp, 1972): a mentee
/// without a place takes one along the shortest path or waits; a free place goes along the shortest path to whoever waits, or stays
/// empty. Both leave the prices best. Nothing is allocated.
/// </summary>
internal sealed class RepairSearch(WorkingMatching state, int menteeRoom, int mentorRoom)
{
    /// <summary>How far ahead of what is read in order mentees are asked for, who are all over memory.</summary>
    private const int Lead = 16;

    private readonly DistanceHeap heap = new(mentorRoom);
    private readonly int[] stamps = new int[mentorRoom];
    private readonly long[] distances = new long[mentorRoom];

    /// <summary>The mentee through whom each mentor is reached.</summary>
    private readonly int[] via = new int[mentorRoom];

    /// <summary>In the search of a place: the mentor whose place that mentee would take instead.</summary>
    private readonly int[] towards = new int[mentorRoom];
    private readonly int[] settled = new int[mentorRoom];
    private readonly int[] reached = new int[menteeRoom];
    private readonly long[] reachedAt = new long[menteeRoom];
    private int stamp;
    private int settledCount;
    private int reachedCount;
    private long bound;
    private int endMentee;
    private int endMentor;

    public bool HasRoomFor(int mentees, int mentors) => mentees <= reached.Length && mentors <= settled.Length;

    /// <summary>For a mentee who waits at a price over 0.</summary>
    public void Place(int mentee)
    {
        Start();
        Reach(mentee, 0);
        while (TakeNearest(out var mentor))
            for (var holder = state.FirstHolder(mentor); holder >= 0; holder = state.NextHolder(holder)) Reach(holder, distances[mentor]);

        for (var index = 0; index < reachedCount; index++) state.Mentees[reached[index]].Price -= bound - reachedAt[index];
        for (var index = 0; index < settledCount; index++) state.MentorPrices[settled[index]] += bound - distances[settled[index]];

        var (mover, to) = (endMentee, endMentor);
        while (true)
        {
            var left = state.Mentees[mover].MentorOf;
            if (left >= 0) state.Part(mover);
            if (to >= 0) state.Match(mover, to);
            if (left < 0) return;
            (mover, to) = (via[left], left);
        }
    }

    /// <summary>For a mentor who has room at a price over 0.</summary>
    public void Fill(int mentor)
    {
        Start();
        (stamps[mentor], distances[mentor], via[mentor], towards[mentor]) = (stamp, 0, -1, -1);
        heap.Insert(mentor, 0);
        while (TakeNearest(out var giver))
        {
            var empty = distances[giver] + state.MentorPrices[giver];
            if (empty < bound) (bound, endMentee, endMentor) = (empty, -1, giver);
            Ask(giver);
        }

        for (var index = 0; index < settledCount; index++)
        {
            var change = bound - distances[settled[index]];
            state.MentorPrices[settled[index]] -= change;
            for (var holder = state.FirstHolder(settled[index]); holder >= 0; holder = state.NextHolder(holder)) state.Mentees[holder].Price += change;
        }

        var (mover, to) = endMentee >= 0 ? (endMentee, endMentor) : (via[endMentor], towards[endMentor]);
        while (mover >= 0)
        {
            if (state.Mentees[mover].MentorOf >= 0) state.Part(mover);
            state.Match(mover, to);
            (mover, to) = (via[to], towards[to]);
        }
    }

    private void Start()
    {
        stamp++;
        (settledCount, reachedCount, bound, endMentee, endMentor) = (0, 0, long.MaxValue, -1, -1);
        heap.Clear();
    }

    private bool TakeNearest(out int mentor)
    {
        mentor = -1;
        if (heap.IsEmpty || heap.LeastDistance >= bound) return false;
        settled[settledCount++] = mentor = heap.TakeLeast();
        return true;
    }

    private void Reach(int mentee, long distance)
    {
        (reached[reachedCount], reachedAt[reachedCount]) = (mentee, distance);
        reachedCount++;
        var offset = distance + state.Mentees[mentee].Price;
        if (offset < bound) (bound, endMentee, endMentor) = (offset, mentee, -1);
        foreach (var entry in state.MenteePairs.Of(mentee))
        {
            var (mentor, at) = (entry.Other, offset + state.MentorPrices[entry.Other] - state.WeightOf(mentee, entry));
            if (at >= bound || mentor == state.Mentees[mentee].MentorOf) continue;
            if (state.HasRoom(mentor)) (bound, endMentee, endMentor) = (at, mentee, mentor);
            else Offer(mentor, at, mentee, -1);
        }
    }

    private void Ask(int mentor)
    {
        var offset = distances[mentor] + state.MentorPrices[mentor];
        var entries = state.MentorPairs.Of(mentor);
        for (var index = 0; index < entries.Length; index++)
        {
            if (index + Lead < entries.Length) Ahead.Fetch(state.Mentees, entries[index + Lead].Other);
            var entry = entries[index];
            ref var mentee = ref state.Mentees[entry.Other];
            if (mentee.MentorOf == mentor || mentee.MentorOf == WorkingMatching.Outside) continue;
            var at = offset + mentee.Price - state.Weights.Of(mentee.Class, entry);
            if (at >= bound) continue;
            if (mentee.MentorOf == WorkingMatching.Waiting) (bound, endMentee, endMentor) = (at, entry.Other, mentor);
            else Offer(mentee.MentorOf, at, entry.Other, mentor);
        }
    }

    private void Offer(int mentor, long distance, int mentee, int toMentor)
    {
        if (stamps[mentor] != stamp)
        {
            stamps[mentor] = stamp;
            heap.Insert(mentor, distance);
        }
        else if (distance < distances[mentor]) heap.Lower(mentor, distance);
        else return;
        (distances[mentor], via[mentor], towards[mentor]) = (distance, mentee, toMentor);
    }
}
