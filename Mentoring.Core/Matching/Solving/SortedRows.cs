namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// The pairs as the search reads them: a row for everyone on the scarce side, heaviest pair first, so that a row can be left as soon as
/// its weights fall under the bound. Mentors without a place are left out.
/// </summary>
internal sealed class SortedRows
{
    private SortedRows(bool rowsAreMentors, int[] starts, int[] columns, long[] weights, int[] rowPlaces, int[] columnPlaces)
    {
        RowsAreMentors = rowsAreMentors;
        Starts = starts;
        Columns = columns;
        Weights = weights;
        RowPlaces = rowPlaces;
        ColumnPlaces = columnPlaces;
    }

    public bool RowsAreMentors { get; }

    public int[] Starts { get; }

    public int[] Columns { get; }

    /// <summary>Descending within a row.</summary>
    public long[] Weights { get; }

    public int[] RowPlaces { get; }

    public int[] ColumnPlaces { get; }

    public int RowCount => RowPlaces.Length;

    public int ColumnCount => ColumnPlaces.Length;

    public static SortedRows Of<TWeights>(
        ReadOnlySpan<int> starts, ReadOnlySpan<int> mentors, ReadOnlySpan<int> capacities, TWeights weights)
        where TWeights : IPairWeights
    {
        var rows = MentorsAreScarce(starts, mentors, capacities)
            ? ForMentors(starts, mentors, capacities, weights)
            : ForMentees(starts, mentors, capacities, weights);
        rows.Sort();
        return rows;
    }

    private static bool MentorsAreScarce(ReadOnlySpan<int> starts, ReadOnlySpan<int> mentors, ReadOnlySpan<int> capacities)
    {
        var pairs = new int[capacities.Length];
        foreach (var mentor in mentors) pairs[mentor]++;
        var places = 0L;
        for (var mentor = 0; mentor < pairs.Length; mentor++) places += Math.Min(pairs[mentor], capacities[mentor]);
        var mentees = 0;
        for (var mentee = 1; mentee < starts.Length; mentee++) if (starts[mentee] > starts[mentee - 1]) mentees++;
        return places <= mentees;
    }

    private static SortedRows ForMentors<TWeights>(
        ReadOnlySpan<int> starts, ReadOnlySpan<int> mentors, ReadOnlySpan<int> capacities, TWeights weights)
        where TWeights : IPairWeights
    {
        var rowStarts = new int[capacities.Length + 1];
        foreach (var mentor in mentors) if (capacities[mentor] > 0) rowStarts[mentor + 1]++;
        for (var mentor = 0; mentor < capacities.Length; mentor++) rowStarts[mentor + 1] += rowStarts[mentor];

        var next = rowStarts.AsSpan(0, capacities.Length).ToArray();
        var columns = new int[rowStarts[^1]];
        var rowWeights = new long[columns.Length];
        var menteeCount = starts.Length - 1;
        for (var mentee = 0; mentee < menteeCount; mentee++)
            for (var pair = starts[mentee]; pair < starts[mentee + 1]; pair++)
            {
                if (capacities[mentors[pair]] == 0) continue;
                var entry = next[mentors[pair]]++;
                columns[entry] = mentee;
                rowWeights[entry] = weights.Of(mentee, pair);
            }
        return new SortedRows(true, rowStarts, columns, rowWeights, capacities.ToArray(), Ones(menteeCount));
    }

    private static SortedRows ForMentees<TWeights>(
        ReadOnlySpan<int> starts, ReadOnlySpan<int> mentors, ReadOnlySpan<int> capacities, TWeights weights)
        where TWeights : IPairWeights
    {
        var menteeCount = starts.Length - 1;
        var rowStarts = new int[starts.Length];
        var columns = new int[mentors.Length];
        var rowWeights = new long[mentors.Length];
        var entry = 0;
        for (var mentee = 0; mentee < menteeCount; mentee++)
        {
            for (var pair = starts[mentee]; pair < starts[mentee + 1]; pair++)
            {
                if (capacities[mentors[pair]] == 0) continue;
                columns[entry] = mentors[pair];
                rowWeights[entry++] = weights.Of(mentee, pair);
            }
            rowStarts[mentee + 1] = entry;
        }
        return new SortedRows(false, rowStarts, columns, rowWeights, Ones(menteeCount), capacities.ToArray());
    }

    private static int[] Ones(int count)
    {
        var ones = new int[count];
        Array.Fill(ones, 1);
        return ones;
    }

    private void Sort()
    {
        var weights = Weights.AsSpan();
        var columns = Columns.AsSpan();
        for (var row = 0; row < RowCount; row++)
        {
            var rowWeights = weights[Starts[row]..Starts[row + 1]];
            rowWeights.Sort(columns[Starts[row]..Starts[row + 1]]);
            rowWeights.Reverse();
            columns[Starts[row]..Starts[row + 1]].Reverse();
        }
    }
}
