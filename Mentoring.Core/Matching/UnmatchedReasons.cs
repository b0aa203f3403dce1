namespace Mentoring.Core.Matching;

/// <summary>
/// Finds the exact reason for each unmatched mentee. At the lowest prices a mentee gains from a place exactly when pairs that are covered
/// exactly lead from them to it, each mentor on the way passing on a mentee they have; so one plain search answers for all mentors at once.
/// </summary>
public sealed class UnmatchedReasons
{
    private readonly PlaceValues values;
    private readonly MatchingProblem problem;
    private readonly PlacesTaken taken;
    private readonly int[] reachedFor;
    private int search;

    public UnmatchedReasons(MatchingSolution solution)
    {
        values = PlaceValues.Of(solution);
        problem = solution.Problem;
        taken = new PlacesTaken(solution.MentorOf.AsSpan(), problem.MentorCount);
        reachedFor = new int[problem.MentorCount];
    }

    /// <exception cref="ArgumentException">The mentee is matched.</exception>
    public UnmatchedReason Of(int mentee)
    {
        if (values.Solution.MentorOf[mentee] >= 0) throw new ArgumentException($"Mentee {mentee} is matched.", nameof(mentee));
        if (problem.MentorsOf(mentee).IsEmpty) return new UnmatchedReason.NoEligibleMentor();

        search++;
        var drawnByLot = false;
        List<int> mentors = [];
        var waiting = new Queue<int>([mentee]);
        while (waiting.TryDequeue(out var next))
        {
            // A matched mentee with price 0 could stay out instead without any loss.
            drawnByLot |= next != mentee && values.OfMentees[next] == 0;
            for (var pair = problem.PairStarts[next]; pair < problem.PairStarts[next + 1]; pair++)
            {
                var mentor = problem.PairMentors[pair];
                if (reachedFor[mentor] == search || !IsTight(next, pair, mentor)) continue;
                reachedFor[mentor] = search;
                mentors.Add(mentor);
                foreach (var holder in taken.MenteesOf(mentor)) waiting.Enqueue(holder);
            }
        }
        mentors.Sort();
        return new UnmatchedReason.AllPlacesTaken([.. problem.MentorsOf(mentee)], [.. mentors], drawnByLot);
    }

    private bool IsTight(int mentee, int pair, int mentor)
        => values.OfMentees[mentee] + values.OfMentors[mentor] == values.Objective.Of(mentee, pair);
}
