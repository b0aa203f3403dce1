using Mentoring.Core.Matching.Repairing;

namespace Mentoring.Core.Matching;

/// <summary>People who come after the matching was found.</summary>
public sealed partial class MatchingRepair
{
    /// <param name="pairs">Mentees and scores; the mentor named in them is not read.</param>
    /// <returns>The mentor's number.</returns>
    public int AddMentor(int capacity, IReadOnlyCollection<EligiblePair> pairs, ulong? key = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Validate(pairs, pair => pair.Mentee, MenteeCount, MatchingPart.Mentee);
        var mentor = mentorPairs.AddPerson();
        mentorKeys.Add(key ?? (ulong)mentor);
        MakeRoom();
        SetCapacity(mentor, capacity);
        foreach (var pair in pairs) Add(pair with { Mentor = mentor });
        if (!IsWithinWeights || !pairs.All(pair => state.Weights.Covers(pair.Score, pair.CrossInstitution)))
        {
            StartAnew();
            return mentor;
        }
        state.MentorPrices[mentor] = state.LeastMentorPrice(mentor);
        Fill(mentor);
        return mentor;
    }

    /// <param name="pairs">Mentors and scores; the mentee named in them is not read.</param>
    /// <returns>The mentee's number.</returns>
    public int AddMentee(int menteeClass, IReadOnlyCollection<EligiblePair> pairs, ulong? key = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(menteeClass, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(menteeClass, MatchingProblem.MaxClass);
        Validate(pairs, pair => pair.Mentor, MentorCount, MatchingPart.Mentor);
        var mentee = menteePairs.AddPerson();
        menteeKeys.Add(key ?? (ulong)mentee);
        MakeRoom();
        state.Mentees[mentee] = new MenteeState { Class = menteeClass, MentorOf = WorkingMatching.Waiting };
        foreach (var pair in pairs) Add(pair with { Mentee = mentee });
        if (!IsWithinWeights || menteeClass > state.Weights.Classes || !pairs.All(pair => state.Weights.Covers(pair.Score, pair.CrossInstitution))) StartAnew();
        else Place(mentee);
        return mentee;
    }

    private static void Validate(IReadOnlyCollection<EligiblePair> pairs, Func<EligiblePair, int> other, int count, MatchingPart part)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var seen = new HashSet<int>();
        var index = 0;
        foreach (var pair in pairs)
        {
            var fault = (uint)other(pair) >= (uint)count ? $"There is no {part} {other(pair)}; there are {count}, numbered from 0."
                : !seen.Add(other(pair)) ? $"{part} {other(pair)} is listed twice."
                : pair.Score is < 0 or > MatchingProblem.MaxScore ? $"The score is {pair.Score}; allowed are 0 to {MatchingProblem.MaxScore}."
                : null;
            if (fault is not null) throw new MatchingFaultException([new MatchingFault(MatchingPart.Pair, index, fault)]);
            index++;
        }
    }

    private void Add(EligiblePair pair)
    {
        var points = (2 * (int)pair.Score) + (pair.CrossInstitution ? 1 : 0);
        menteePairs.Add(pair.Mentee, new PairLists.Entry(pair.Mentor, points));
        mentorPairs.Add(pair.Mentor, new PairLists.Entry(pair.Mentee, points));
    }

    private void MakeRoom()
    {
        state.MakeRoom(MenteeCount, MentorCount);
        if (!search.HasRoomFor(MenteeCount, MentorCount)) search = new RepairSearch(state, state.Mentees.Length, state.Capacities.Length);
    }

    /// <summary>For scores, classes and numbers of people that the working weights have no room for.</summary>
    private void StartAnew()
    {
        var (problem, before) = (ToProblem(), state);
        state = RepairStart.Of(problem, MatchingSolver.Solve(problem).MentorOf.AsSpan(), menteePairs, mentorPairs);
        for (var mentee = 0; mentee < MenteeCount; mentee++)
            if (before.Mentees[mentee].MentorOf == WorkingMatching.Outside) state.Mentees[mentee].MentorOf = WorkingMatching.Outside;
        search = new RepairSearch(state, state.Mentees.Length, state.Capacities.Length);
    }
}
