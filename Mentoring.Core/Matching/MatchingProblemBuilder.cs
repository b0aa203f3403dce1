namespace Mentoring.Core.Matching;

/// <summary>
/// Takes people in the order of their numbers and pairs in any order; the same people and pairs always give the same problem.
/// Sorting is by counting, so building is linear in people and pairs.
/// </summary>
public sealed class MatchingProblemBuilder
{
    private const int FaultsListed = 100;

    private readonly int[] classes;
    private readonly int[] capacities;
    private readonly ulong[] menteeKeys;
    private readonly ulong[] mentorKeys;
    private readonly List<MatchingFault> faults = [];
    private readonly PairOrder pairs;
    private bool keysGiven;
    private bool isBuilt;

    /// <summary>All mentees start in class 1, all mentors without a place; a person's key is their number until it is set.</summary>
    /// <param name="menteeCount">0 to <see cref="MatchingProblem.MaxPeople"/>.</param>
    /// <param name="mentorCount">0 to <see cref="MatchingProblem.MaxPeople"/>.</param>
    /// <param name="expectedPairs">A hint that saves growing.</param>
    public MatchingProblemBuilder(int menteeCount, int mentorCount, int expectedPairs = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(menteeCount);
        ArgumentOutOfRangeException.ThrowIfNegative(mentorCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(menteeCount, MatchingProblem.MaxPeople);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mentorCount, MatchingProblem.MaxPeople);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedPairs);
        classes = new int[menteeCount];
        Array.Fill(classes, 1);
        capacities = new int[mentorCount];
        menteeKeys = Numbers(menteeCount);
        mentorKeys = Numbers(mentorCount);
        pairs = new PairOrder(menteeCount, expectedPairs);
    }

    public int MenteeCount => classes.Length;

    public int MentorCount => capacities.Length;

    /// <summary>How many pairs were added so far, faulty ones included.</summary>
    public int PairCount { get; private set; }

    public MatchingProblemBuilder SetMentee(int mentee, int menteeClass, ulong? key = null)
    {
        ThrowIfBuilt();
        if (RefusedMentee(MatchingPart.Mentee, mentee, mentee)) return this;
        if (menteeClass is < 1 or > MatchingProblem.MaxClass)
            Refuse(MatchingPart.Mentee, mentee, $"Mentee {mentee} has class {menteeClass}; allowed are 1 to {MatchingProblem.MaxClass}.");
        classes[mentee] = menteeClass;
        if (key is { } given) (menteeKeys[mentee], keysGiven) = (given, true);
        return this;
    }

    public MatchingProblemBuilder SetMentor(int mentor, int capacity, ulong? key = null)
    {
        ThrowIfBuilt();
        if (RefusedMentor(MatchingPart.Mentor, mentor, mentor)) return this;
        if (capacity < 0)
            Refuse(MatchingPart.Mentor, mentor, $"Mentor {mentor} has {capacity} places; allowed are 0 and more.");
        capacities[mentor] = capacity;
        if (key is { } given) (mentorKeys[mentor], keysGiven) = (given, true);
        return this;
    }

    public MatchingProblemBuilder AddPair(int mentee, int mentor, long score, bool crossInstitution = false)
    {
        ThrowIfBuilt();
        var pair = PairCount++;
        if (RefusedMentee(MatchingPart.Pair, pair, mentee) || RefusedMentor(MatchingPart.Pair, pair, mentor)) return this;
        if (score is < 0 or > MatchingProblem.MaxScore)
            Refuse(MatchingPart.Pair, pair, $"Mentee {mentee} and mentor {mentor} have score {score}; allowed are 0 to {MatchingProblem.MaxScore}.");
        else pairs.Add(mentee, mentor, (int)score, crossInstitution);
        return this;
    }

    /// <summary>All pairs of a mentee at once, which takes a fraction of the time where there are many.</summary>
    /// <param name="mentors">In any order; ascending is quickest.</param>
    /// <param name="scores">As many.</param>
    /// <param name="crossInstitution">As many.</param>
    public MatchingProblemBuilder AddPairs(int mentee, ReadOnlySpan<int> mentors, ReadOnlySpan<int> scores, ReadOnlySpan<bool> crossInstitution)
    {
        if (scores.Length != mentors.Length || crossInstitution.Length != mentors.Length)
            throw new ArgumentException("There must be a score and a crossing for each mentor.", nameof(scores));
        if ((uint)mentee < (uint)classes.Length && !mentors.ContainsAnyExceptInRange(0, capacities.Length - 1) && !scores.ContainsAnyExceptInRange(0, (int)MatchingProblem.MaxScore))
        {
            ThrowIfBuilt();
            PairCount += mentors.Length;
            pairs.Add(mentee, mentors, scores, crossInstitution);
            return this;
        }

        // Something is wrong: each fault is to be told.
        for (var index = 0; index < mentors.Length; index++) AddPair(mentee, mentors[index], scores[index], crossInstitution[index]);
        return this;
    }

    public MatchingProblemBuilder AddPair(EligiblePair pair) => AddPair(pair.Mentee, pair.Mentor, pair.Score, pair.CrossInstitution);

    /// <summary>Once: the problem takes over what was added.</summary>
    /// <exception cref="MatchingFaultException">Something is wrong; every fault is named, up to the first 100.</exception>
    public MatchingProblem Build()
    {
        ThrowIfBuilt();
        if (keysGiven)
        {
            RefuseSharedKeys(MatchingPart.Mentee, menteeKeys);
            RefuseSharedKeys(MatchingPart.Mentor, mentorKeys);
        }
        ThrowIfFaulty();

        isBuilt = true;
        var (starts, mentors, scores, crossings, repeated) = pairs.Arrange();
        foreach (var (index, mentee, mentor) in repeated.Take(FaultsListed))
            Refuse(MatchingPart.Pair, index, $"Mentee {mentee} and mentor {mentor} are listed as a pair twice.");
        ThrowIfFaulty();
        return new MatchingProblem(classes, capacities, starts, mentors, scores, crossings, menteeKeys, mentorKeys);
    }

    private static ulong[] Numbers(int count)
    {
        var numbers = new ulong[count];
        for (var index = 0; index < count; index++) numbers[index] = (ulong)index;
        return numbers;
    }

    private bool RefusedMentee(MatchingPart part, int index, int mentee)
    {
        if (mentee >= 0 && mentee < classes.Length) return false;
        Refuse(part, index, $"There is no mentee {mentee}; there are {classes.Length}, numbered from 0.");
        return true;
    }

    private bool RefusedMentor(MatchingPart part, int index, int mentor)
    {
        if (mentor >= 0 && mentor < capacities.Length) return false;
        Refuse(part, index, $"There is no mentor {mentor}; there are {capacities.Length}, numbered from 0.");
        return true;
    }

    private void RefuseSharedKeys(MatchingPart part, ulong[] keys)
    {
        var owners = new Dictionary<ulong, int>(keys.Length);
        for (var person = 0; person < keys.Length; person++)
            if (!owners.TryAdd(keys[person], person))
                Refuse(part, person, $"{part} {person} has the same key as {owners[keys[person]]}; keys must differ.");
    }

    private void Refuse(MatchingPart part, int index, string message)
    {
        if (faults.Count < FaultsListed) faults.Add(new MatchingFault(part, index, message));
    }

    private void ThrowIfBuilt()
    {
        if (isBuilt) throw new InvalidOperationException("The problem was built already.");
    }

    private void ThrowIfFaulty()
    {
        if (faults.Count > 0)
            throw new MatchingFaultException([.. faults.OrderBy(fault => fault.Part).ThenBy(fault => fault.Index)]);
    }
}
