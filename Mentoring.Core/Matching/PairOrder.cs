using System.Numerics;

namespace Mentoring.Core.Matching;

/// <summary>
/// The pairs as they are added, and then in order of mentee and mentor. Pairs that come mentee by mentee need no list of mentees;
/// others are put in order in place, by counting. Memory matters: a problem has millions of pairs.
/// </summary>
internal sealed class PairOrder(int menteeCount, int expectedPairs)
{
    /// <summary>Room for one in so many pairs more may be left after the last: giving it back would copy them all.</summary>
    private const int Slack = 2;

    private readonly int[] counts = new int[menteeCount];
    private int[] mentors = GC.AllocateUninitializedArray<int>(expectedPairs);
    private int[] scores = GC.AllocateUninitializedArray<int>(expectedPairs);
    private bool[]? crossings;

    /// <summary>Null while the pairs come mentee by mentee.</summary>
    private int[]? mentees;
    private int lastMentee;

    public int Count { get; private set; }

    /// <param name="mentee">A number there is.</param>
    public void Add(int mentee, int mentor, int score, bool crossing)
    {
        MakeRoom(1);
        if (mentee < lastMentee) mentees ??= Mentees();
        lastMentee = mentee;
        if (mentees is not null) mentees[Count] = mentee;
        counts[mentee]++;
        (mentors[Count], scores[Count]) = (mentor, score);
        if (crossing) (crossings ??= new bool[mentors.Length])[Count] = true;
        Count++;
    }

    /// <param name="mentee">A number there is.</param>
    public void Add(int mentee, ReadOnlySpan<int> ofMentors, ReadOnlySpan<int> ofScores, ReadOnlySpan<bool> ofCrossings)
    {
        MakeRoom(ofMentors.Length);
        if (mentee < lastMentee) mentees ??= Mentees();
        lastMentee = mentee;
        mentees?.AsSpan(Count, ofMentors.Length).Fill(mentee);
        counts[mentee] += ofMentors.Length;
        ofMentors.CopyTo(mentors.AsSpan(Count));
        ofScores.CopyTo(scores.AsSpan(Count));
        if (ofCrossings.Contains(true)) ofCrossings.CopyTo((crossings ??= new bool[mentors.Length]).AsSpan(Count));
        Count += ofMentors.Length;
    }

    /// <summary>Afterwards nothing may be added.</summary>
    public (int[] Starts, int[] Mentors, int[] Scores, bool[]? Crossings, IReadOnlyList<(int Index, int Mentee, int Mentor)> Repeated) Arrange()
    {
        var starts = new int[menteeCount + 1];
        for (var mentee = 0; mentee < menteeCount; mentee++) starts[mentee + 1] = starts[mentee] + counts[mentee];
        var sources = mentees is null ? null : Sources(starts);
        mentees = null;
        if (sources is not null) Permute(sources);

        var repeated = new List<(int Index, int Mentee, int Mentor)>();
        var sorting = new Sorting();
        for (var mentee = 0; mentee < menteeCount; mentee++)
            if (!IsAscending(mentors.AsSpan(starts[mentee]..starts[mentee + 1]))) SortRow(mentee, starts, sources, sorting, repeated);
        repeated.Sort();
        if (mentors.Length > Count + (Count / Slack)) Resize(Count);
        return (starts, mentors, scores, crossings, repeated);
    }

    private void MakeRoom(int more)
    {
        if (Count + more <= mentors.Length) return;
        var size = (int)Math.Min(Array.MaxLength, Math.Max(16, Math.Max(Count + (long)more, mentors.Length * 2L)));
        Resize(size);
        if (mentees is not null) Array.Resize(ref mentees, size);
    }

    private void Resize(int size)
    {
        Array.Resize(ref mentors, size);
        Array.Resize(ref scores, size);
        if (crossings is not null) Array.Resize(ref crossings, size);
    }

    /// <summary>Of the pairs so far, which came mentee by mentee.</summary>
    private int[] Mentees()
    {
        var listed = new int[mentors.Length];
        var pair = 0;
        for (var mentee = 0; mentee < menteeCount; mentee++)
        {
            listed.AsSpan(pair, counts[mentee]).Fill(mentee);
            pair += counts[mentee];
        }
        return listed;
    }

    /// <summary>Which pair, as added, belongs where.</summary>
    private int[] Sources(int[] starts)
    {
        var next = starts.AsSpan(0, menteeCount).ToArray();
        var sources = new int[Count];
        for (var pair = 0; pair < Count; pair++) sources[next[mentees![pair]]++] = pair;
        return sources;
    }

    /// <summary>Along the cycles; the sources are complemented on the way to mark what is done.</summary>
    private void Permute(int[] sources)
    {
        for (var start = 0; start < sources.Length; start++)
        {
            if (sources[start] < 0) continue;
            var (mentor, score, crossing) = (mentors[start], scores[start], crossings is not null && crossings[start]);
            var place = start;
            while (sources[place] != start)
            {
                var source = sources[place];
                sources[place] = ~source;
                (mentors[place], scores[place]) = (mentors[source], scores[source]);
                if (crossings is not null) crossings[place] = crossings[source];
                place = source;
            }
            sources[place] = ~start;
            (mentors[place], scores[place]) = (mentor, score);
            if (crossings is not null) crossings[place] = crossing;
        }
        for (var place = 0; place < sources.Length; place++) sources[place] = ~sources[place];
    }

    private static bool IsAscending(ReadOnlySpan<int> row)
    {
        var index = 1;
        for (; index + Vector<int>.Count <= row.Length; index += Vector<int>.Count)
            if (Vector.LessThanOrEqualAny(new Vector<int>(row[index..]), new Vector<int>(row[(index - 1)..]))) return false;
        for (; index < row.Length; index++) if (row[index] <= row[index - 1]) return false;
        return true;
    }

    private void SortRow(int mentee, int[] starts, int[]? sources, Sorting sorting, List<(int Index, int Mentee, int Mentor)> repeated)
    {
        var (from, to) = (starts[mentee], starts[mentee + 1]);
        var keys = sorting.Of(to - from);
        for (var pair = from; pair < to; pair++)
        {
            keys[pair - from] = ((long)mentors[pair] << 32) | (uint)pair;
            sorting.Scores[pair - from] = scores[pair];
            sorting.Crossings[pair - from] = crossings is not null && crossings[pair];
        }
        keys.Sort();
        for (var index = 0; index < keys.Length; index++)
        {
            var pair = (int)(keys[index] & uint.MaxValue);
            (mentors[from + index], scores[from + index]) = ((int)(keys[index] >> 32), sorting.Scores[pair - from]);
            if (crossings is not null) crossings[from + index] = sorting.Crossings[pair - from];
            if (index > 0 && mentors[from + index] == mentors[from + index - 1])
                repeated.Add((sources is null ? pair : sources[pair], mentee, mentors[from + index]));
        }
    }

    /// <summary>Room to sort one row, used again for the next.</summary>
    private sealed class Sorting
    {
        private long[] keys = [];

        public int[] Scores { get; private set; } = [];

        public bool[] Crossings { get; private set; } = [];

        public Span<long> Of(int length)
        {
            if (length > keys.Length) (keys, Scores, Crossings) = (new long[2 * length], new int[2 * length], new bool[2 * length]);
            return keys.AsSpan(0, length);
        }
    }
}
