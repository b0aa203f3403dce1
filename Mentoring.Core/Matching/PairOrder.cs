namespace Mentoring.Core.Matching;

/// <summary>The order of pairs by mentee and then mentor, found by two counting sorts, and the pairs that occur twice.</summary>
internal sealed class PairOrder
{
    /// <summary>Null where the pairs came in order.</summary>
    private readonly int[]? positions;
    private readonly int count;

    private PairOrder(int[] starts, int[]? positions, int count, IReadOnlyList<int> repeated)
    {
        Starts = starts;
        this.positions = positions;
        this.count = count;
        Repeated = repeated;
    }

    /// <summary>Where each mentee's pairs start, and the number of pairs as the last entry.</summary>
    public int[] Starts { get; }

    /// <summary>Every occurrence of a pair after its first, by position as given.</summary>
    public IReadOnlyList<int> Repeated { get; }

    public T[] Apply<T>(T[] given)
    {
        if (positions is null) return given.AsSpan(0, count).ToArray();
        var ordered = new T[count];
        for (var index = 0; index < ordered.Length; index++) ordered[index] = given[positions[index]];
        return ordered;
    }

    public static PairOrder Of(ReadOnlySpan<int> mentees, int menteeCount, ReadOnlySpan<int> mentors, int mentorCount)
    {
        var starts = CountedStarts(mentees, menteeCount);
        if (Ascending(mentees, mentors)) return new PairOrder(starts, null, mentees.Length, []);

        var byMentor = new int[mentees.Length];
        var next = CountedStarts(mentors, mentorCount);
        for (var pair = 0; pair < byMentor.Length; pair++) byMentor[next[mentors[pair]]++] = pair;

        var positions = new int[mentees.Length];
        next = starts.AsSpan().ToArray();
        foreach (var pair in byMentor) positions[next[mentees[pair]]++] = pair;

        List<int> repeated = [];
        for (var index = 1; index < positions.Length; index++)
        {
            var (before, pair) = (positions[index - 1], positions[index]);
            if (mentees[before] == mentees[pair] && mentors[before] == mentors[pair]) repeated.Add(pair);
        }
        repeated.Sort();
        return new PairOrder(starts, positions, mentees.Length, repeated);
    }

    private static int[] CountedStarts(ReadOnlySpan<int> owners, int ownerCount)
    {
        var starts = new int[ownerCount + 1];
        foreach (var owner in owners) starts[owner + 1]++;
        for (var owner = 0; owner < ownerCount; owner++) starts[owner + 1] += starts[owner];
        return starts;
    }

    private static bool Ascending(ReadOnlySpan<int> mentees, ReadOnlySpan<int> mentors)
    {
        for (var pair = 1; pair < mentees.Length; pair++)
        {
            if (mentees[pair] < mentees[pair - 1]) return false;
            if (mentees[pair] == mentees[pair - 1] && mentors[pair] <= mentors[pair - 1]) return false;
        }
        return true;
    }
}
