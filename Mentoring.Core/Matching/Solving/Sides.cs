using System.Numerics;

namespace Mentoring.Core.Matching.Solving;

/// <summary>Who is a row of the search and who a column: rows are the scarce side, because every row must be settled.</summary>
internal sealed class Sides
{
    private Sides(PairTable pairs, bool rowsAreMentors, int[] usefulPlaces)
    {
        Pairs = pairs;
        RowsAreMentors = rowsAreMentors;
        UsefulPlaces = usefulPlaces;
    }

    public PairTable Pairs { get; }

    public bool RowsAreMentors { get; }

    /// <summary>Of each mentor: places, where that may matter no more than pairs, because no more can be filled.</summary>
    public int[] UsefulPlaces { get; }

    public int RowCount => RowsAreMentors ? Pairs.MentorCount : Pairs.MenteeCount;

    public int ColumnCount => RowsAreMentors ? Pairs.MenteeCount : Pairs.MentorCount;

    /// <summary>Bits for the number of any column.</summary>
    public int ColumnBits => 32 - BitOperations.LeadingZeroCount((uint)Math.Max(1, ColumnCount - 1));

    public int PlacesOfRow(int row) => RowsAreMentors ? Pairs.Capacities[row] : 1;

    public int PlacesOfColumn(int column) => RowsAreMentors ? 1 : Pairs.Capacities[column];

    public static Sides OfMentees(PairTable pairs) => new(pairs, rowsAreMentors: false, FillablePlaces(pairs));

    public static Sides OfMentors(PairTable pairs) => new(pairs, rowsAreMentors: true, pairs.Capacities);

    /// <summary>Rows for the scarce side.</summary>
    public static Sides Of(PairTable pairs)
    {
        var (places, mentees) = (0L, 0);
        foreach (var capacity in pairs.Capacities) places += capacity;
        for (var mentee = 0; mentee < pairs.MenteeCount; mentee++) if (pairs.Starts[mentee + 1] > pairs.Starts[mentee]) mentees++;
        // Rows of mentees are read as they stand, so they are preferred where nobody is scarce.
        if (places < mentees) return OfMentors(pairs);
        var useful = FillablePlaces(pairs);
        return new Sides(pairs, useful.Sum(each => (long)each) < mentees, useful);
    }

    private static int[] FillablePlaces(PairTable pairs)
    {
        var useful = new int[pairs.MentorCount];
        var left = 0;
        foreach (var capacity in pairs.Capacities) if (capacity > 0) left++;
        foreach (var mentor in pairs.Mentors.AsSpan(0, pairs.Count))
        {
            if (useful[mentor] == pairs.Capacities[mentor]) continue;
            // Most often everybody's places are seen to be fillable after few pairs.
            if (++useful[mentor] == pairs.Capacities[mentor] && --left == 0) break;
        }
        return useful;
    }
}
