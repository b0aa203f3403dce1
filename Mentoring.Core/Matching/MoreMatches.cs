namespace Mentoring.Core.Matching;

/// <summary>
/// How many more mentees could be matched if one mentor had more places: augmenting paths one after another from that mentor, each a breadth-first
/// search over who could move up (C. Berge, "Two theorems in graph theory", 1957). The problem and its solution stay as they are.
/// </summary>
public sealed class MoreMatches
{
    private readonly MatchingSolution solution;
    private readonly PairsByMentor pairs;
    private readonly int[] mentorOf;
    private readonly int[] movers;
    private readonly int[] places;
    private readonly int[] reachedFor;
    private int search;

    public MoreMatches(MatchingSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        this.solution = solution;
        pairs = new PairsByMentor(solution.Problem);
        mentorOf = new int[solution.Problem.MenteeCount];
        movers = new int[solution.Problem.MentorCount];
        places = new int[solution.Problem.MentorCount];
        reachedFor = new int[solution.Problem.MentorCount];
    }

    /// <param name="further">Places added; 0 or more.</param>
    public int With(int mentor, int further)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(further);
        solution.MentorOf.CopyTo(mentorOf);
        var more = 0;
        while (more < further && Augment(mentor)) more++;
        return more;
    }

    private bool Augment(int start)
    {
        search++;
        reachedFor[start] = search;
        var waiting = new Queue<int>([start]);
        while (waiting.TryDequeue(out var mentor))
            foreach (var mentee in pairs.MenteesOf(mentor))
            {
                var now = mentorOf[mentee];
                if (now < 0)
                {
                    MoveUp(mentee, mentor, start);
                    return true;
                }
                if (reachedFor[now] == search) continue;
                reachedFor[now] = search;
                (movers[now], places[now]) = (mentee, mentor);
                waiting.Enqueue(now);
            }
        return false;
    }

    /// <summary>The mentee takes a place with the mentor, and whoever had it moves on to the place that is nearer to the start.</summary>
    private void MoveUp(int mentee, int mentor, int start)
    {
        while (mentor != start)
        {
            var (mover, to) = (movers[mentor], places[mentor]);
            mentorOf[mentee] = mentor;
            (mentee, mentor) = (mover, to);
        }
        mentorOf[mentee] = start;
    }
}
