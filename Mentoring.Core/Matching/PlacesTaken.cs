namespace Mentoring.Core.Matching;

/// <summary>The mentees of each mentor, ascending.</summary>
internal sealed class PlacesTaken
{
    private readonly int[] starts;
    private readonly int[] mentees;

    public PlacesTaken(ReadOnlySpan<int> mentorOf, int mentorCount)
    {
        starts = new int[mentorCount + 1];
        foreach (var mentor in mentorOf) if (mentor >= 0) starts[mentor + 1]++;
        for (var mentor = 0; mentor < mentorCount; mentor++) starts[mentor + 1] += starts[mentor];
        mentees = new int[starts[mentorCount]];
        var next = starts.AsSpan(0, mentorCount).ToArray();
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
            if (mentorOf[mentee] >= 0) mentees[next[mentorOf[mentee]]++] = mentee;
    }

    public ReadOnlySpan<int> MenteesOf(int mentor) => mentees.AsSpan(starts[mentor]..starts[mentor + 1]);

    public int CountOf(int mentor) => starts[mentor + 1] - starts[mentor];
}
