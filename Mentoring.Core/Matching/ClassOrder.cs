namespace Mentoring.Core.Matching;

/// <summary>Somebody who was matched although somebody more urgent could have been in their stead.</summary>
/// <param name="Mentee">The more urgent mentee, unmatched.</param>
/// <param name="Instead">The less urgent mentee; -1 where a place is free that the first could have had.</param>
public readonly record struct PassedOver(int Mentee, int Instead);

/// <summary>
/// Confirms, without prices or weights, that no class was passed over: whoever is unmatched reaches, by people changing mentors, only mentees
/// at least as urgent, and no free place. One search in order of urgency, each mentor looked at once.
/// </summary>
public static class ClassOrder
{
    /// <summary>Null where the most urgent are served first, as every best matching does.</summary>
    public static PassedOver? FirstBreach(MatchingProblem problem, ReadOnlySpan<int> mentorOf)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var taken = new PlacesTaken(mentorOf, problem.MentorCount);
        var reached = new bool[problem.MentorCount];
        var unmatched = new List<int>();
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
            if (mentorOf[mentee] < 0) unmatched.Add(mentee);

        foreach (var urgent in unmatched.OrderBy(mentee => problem.Classes[mentee]))
        {
            var waiting = new Queue<int>([urgent]);
            while (waiting.TryDequeue(out var mentee))
                foreach (var mentor in problem.MentorsOf(mentee))
                {
                    if (reached[mentor]) continue;
                    reached[mentor] = true;
                    if (taken.CountOf(mentor) < problem.Capacities[mentor]) return new PassedOver(urgent, -1);
                    foreach (var holder in taken.MenteesOf(mentor))
                    {
                        if (problem.Classes[holder] > problem.Classes[urgent]) return new PassedOver(urgent, holder);
                        waiting.Enqueue(holder);
                    }
                }
        }
        return null;
    }
}
