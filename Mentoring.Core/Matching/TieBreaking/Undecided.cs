namespace Mentoring.Core.Matching.TieBreaking;

/// <summary>Separates what all best matchings have in common from what they do not.</summary>
internal static class Undecided
{
    /// <summary>
    /// Writes the matching down and keeps the pairs that some best matching has and another has not; null where the matching is the only one.
    /// </summary>
    public static TightPairs? In(TightPairs tight, int[] decided)
    {
        var components = Exchanges.Components(tight);
        var starts = new int[tight.Starts.Length];
        var mentors = new List<int>();
        var capacities = tight.Capacities.AsSpan().ToArray();
        var mentorOf = tight.MentorOf.AsSpan().ToArray();
        var unused = 0;
        for (var mentee = 0; mentee < tight.MenteeCount; mentee++)
        {
            var mentor = tight.MentorOf[mentee];
            if (mentor >= 0) decided[mentee] = mentor;
            for (var pair = tight.Starts[mentee]; pair < tight.Starts[mentee + 1]; pair++)
            {
                if (components[mentee] != components[tight.MenteeCount + tight.Mentors[pair]]) continue;
                mentors.Add(tight.Mentors[pair]);
                if (tight.Mentors[pair] != mentor) unused++;
            }
            starts[mentee + 1] = mentors.Count;
            if (mentor >= 0 && components[mentee] != components[tight.MenteeCount + mentor])
            {
                capacities[mentor]--;
                mentorOf[mentee] = -1;
            }
        }
        if (unused == 0) return null;
        for (var mentee = 0; mentee < mentorOf.Length; mentee++) if (mentorOf[mentee] >= 0) decided[mentee] = -1;
        return tight with { Starts = starts, Mentors = [.. mentors], Capacities = capacities, MentorOf = mentorOf };
    }
}
