using Mentoring.Core.Matching.Repairing;

namespace Mentoring.Core.Matching;

/// <summary>
/// A best matching that stays best while people decline, leave and come: each change costs at most one shortest path search for the mentee
/// and one for each freed or new place. People with a live offer are left out until they decline. Which of equally good matchings is
/// found depends on the order of changes; <see cref="TieBreak"/> is for whole rounds.
/// </summary>
public sealed partial class MatchingRepair
{
    private readonly List<ulong> menteeKeys;
    private readonly List<ulong> mentorKeys;
    private readonly PairLists menteePairs;
    private readonly PairLists mentorPairs;
    private readonly Dictionary<int, int> offers = [];
    private WorkingMatching state;
    private RepairSearch search;
    private long places;

    public MatchingRepair(MatchingSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var problem = solution.Problem;
        (menteeKeys, mentorKeys) = ([.. problem.MenteeKeys], [.. problem.MentorKeys]);
        (menteePairs, mentorPairs) = RepairStart.Lists(problem);
        foreach (var capacity in problem.Capacities) places += capacity;
        state = RepairStart.Of(problem, solution.MentorOf.AsSpan(), menteePairs, mentorPairs);
        search = new RepairSearch(state, state.Mentees.Length, state.Capacities.Length);
    }

    public int MenteeCount => menteePairs.Count;

    public int MentorCount => mentorPairs.Count;

    /// <returns>The mentor of the mentee; <see cref="MatchingSolution.Unmatched"/> for who waits or was left out.</returns>
    public int MentorOf(int mentee) => Math.Max(state.Mentees[Mentee(mentee)].MentorOf, MatchingSolution.Unmatched);

    /// <summary>The mentee has an offer of their place: both stay as they are, whatever changes for others.</summary>
    /// <exception cref="InvalidOperationException">The mentee is not matched.</exception>
    public void Offer(int mentee)
    {
        var mentor = state.Mentees[Mentee(mentee)].MentorOf;
        if (mentor < 0) throw new InvalidOperationException($"Mentee {mentee} is not matched.");
        offers.Add(mentee, mentor);
        state.Part(mentee);
        state.Mentees[mentee].MentorOf = WorkingMatching.Outside;
        SetCapacity(mentor, state.Capacities[mentor] - 1);
    }

    /// <summary>The two are not a pair any more. If they were matched or the mentee had an offer, both are free for others.</summary>
    /// <exception cref="ArgumentException">They are not an eligible pair.</exception>
    public void Decline(int mentee, int mentor)
    {
        if (!menteePairs.Remove(Mentee(mentee), Mentor(mentor))) throw new ArgumentException($"Mentee {mentee} and mentor {mentor} are not an eligible pair.");
        mentorPairs.Remove(mentor, mentee);
        if (offers.TryGetValue(mentee, out var offering))
        {
            if (offering != mentor) return;
            Release(mentee);
            if (!IsWithinWeights || !CoversPairsOf(mentee))
            {
                StartAnew();
                return;
            }
        }
        else if (state.Mentees[mentee].MentorOf != mentor) return;
        else state.Part(mentee);
        Place(mentee);
        Fill(mentor);
    }

    /// <summary>The mentee takes no further part; their place or offer is free for others.</summary>
    public void Withdraw(int mentee)
    {
        var mentor = state.Mentees[Mentee(mentee)].MentorOf;
        if (offers.TryGetValue(mentee, out var offering))
        {
            mentor = offering;
            Release(mentee);
        }
        else if (mentor >= 0) state.Part(mentee);
        state.Mentees[mentee].MentorOf = WorkingMatching.Outside;
        if (!IsWithinWeights) StartAnew();
        else if (mentor >= 0) Fill(mentor);
    }

    /// <param name="capacity">Places, those under offer not counted. Where fewer than are taken, the others are found new places.</param>
    public void ChangeCapacity(int mentor, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        SetCapacity(Mentor(mentor), capacity);
        while (state.Held[mentor] > capacity)
        {
            var mentee = state.FirstHolder(mentor);
            state.Part(mentee);
            // The place is gone, so the search finds the mentor full.
            Place(mentee);
        }
        if (!IsWithinWeights) StartAnew();
        else Fill(mentor);
    }

    /// <summary>
    /// The problem as it is now (whoever has an offer or withdrew has no pairs, places under offer are not there) and its matching. The
    /// prices are those of the problem's own weights, found anew: best prices prove every best matching.
    /// </summary>
    public MatchingSolution ToSolution()
    {
        var problem = ToProblem();
        return MatchingSolver.Solve(problem) with { MentorOf = [.. Enumerable.Range(0, MenteeCount).Select(MentorOf)] };
    }

    internal WorkingMatching State => state;

    private bool IsWithinWeights => Math.Min(places, MenteeCount) <= state.Weights.MostMatches;

    /// <summary>The weights may be of a time when the mentee had an offer, and know nothing of these pairs.</summary>
    private bool CoversPairsOf(int mentee)
    {
        foreach (var entry in menteePairs.Of(mentee))
            if (!state.Weights.Covers(entry.Score, entry.CrossInstitution)) return false;
        return true;
    }

    private int Mentee(int mentee) => (uint)mentee < (uint)MenteeCount ? mentee
        : throw new ArgumentOutOfRangeException(nameof(mentee), mentee, $"There are {MenteeCount} mentees, numbered from 0.");

    private int Mentor(int mentor) => (uint)mentor < (uint)MentorCount ? mentor
        : throw new ArgumentOutOfRangeException(nameof(mentor), mentor, $"There are {MentorCount} mentors, numbered from 0.");

    private void SetCapacity(int mentor, int capacity)
    {
        places += (long)capacity - state.Capacities[mentor];
        state.Capacities[mentor] = capacity;
    }

    /// <summary>The offer is no more: the place is free and the mentee waits.</summary>
    private void Release(int mentee)
    {
        offers.Remove(mentee, out var mentor);
        SetCapacity(mentor, state.Capacities[mentor] + 1);
        state.Mentees[mentee].MentorOf = WorkingMatching.Waiting;
    }

    private void Place(int mentee)
    {
        state.Mentees[mentee].Price = state.LeastMenteePrice(mentee);
        if (state.Mentees[mentee].Price > 0) search.Place(mentee);
    }

    private void Fill(int mentor)
    {
        while (state.HasRoom(mentor) && state.MentorPrices[mentor] > 0) search.Fill(mentor);
    }

    private MatchingProblem ToProblem()
    {
        var builder = new MatchingProblemBuilder(MenteeCount, MentorCount);
        for (var mentor = 0; mentor < MentorCount; mentor++) builder.SetMentor(mentor, state.Capacities[mentor], mentorKeys[mentor]);
        for (var mentee = 0; mentee < MenteeCount; mentee++)
        {
            builder.SetMentee(mentee, state.Mentees[mentee].Class, menteeKeys[mentee]);
            if (state.Mentees[mentee].MentorOf == WorkingMatching.Outside) continue;
            foreach (var entry in menteePairs.Of(mentee)) builder.AddPair(mentee, entry.Other, entry.Score, entry.CrossInstitution);
        }
        return builder.Build();
    }
}
