namespace Mentoring.Core.Matching;

/// <summary>
/// The least harm in which a mentor gives up one place to a mentee who leaves their own: E. W. Dijkstra, "A note on two problems in
/// connexion with graphs", 1959, over what each step loses under the prices. Steps lead from mentor to mentor, and by way of nobody:
/// somebody stays unmatched, somebody unmatched comes in, or a place stays free.
/// </summary>
internal sealed class Displacement
{
    private readonly MatchingSolution solution;
    private readonly MatchingProblem problem;
    private readonly PlacesTaken taken;
    private readonly int mover;
    private readonly int nobody;
    private readonly long[] losses;
    private readonly Move[] steps;
    private readonly PriorityQueue<int, long> waiting = new();

    public Displacement(MatchingSolution solution, int mover)
    {
        (this.solution, this.mover) = (solution, mover);
        problem = solution.Problem;
        taken = new PlacesTaken(solution.MentorOf.AsSpan(), problem.MentorCount);
        nobody = problem.MentorCount;
        losses = new long[problem.MentorCount + 1];
        steps = new Move[problem.MentorCount + 1];
        Array.Fill(losses, long.MaxValue);
    }

    /// <summary>For one call.</summary>
    public (long Loss, IEnumerable<Move> Moves) From(int mentor)
    {
        var end = solution.MentorOf[mover] < 0 ? nobody : solution.MentorOf[mover];
        (losses[mentor], steps[mentor]) = (0, new Move(-1, -1, mentor));
        waiting.Enqueue(mentor, 0);
        while (waiting.TryDequeue(out var at, out var loss) && at != end)
        {
            if (loss != losses[at]) continue;
            if (at == nobody) ComeIn(loss);
            else GiveWay(at, loss);
        }
        return (losses[end], Back(end, mentor));
    }

    private void GiveWay(int mentor, long loss)
    {
        if (taken.CountOf(mentor) < problem.Capacities[mentor]) Reach(nobody, loss, new Move(-1, mentor, -1));
        foreach (var mentee in taken.MenteesOf(mentor))
        {
            if (mentee == mover) continue;
            Reach(nobody, loss + solution.MenteePrices[mentee], new Move(mentee, mentor, -1));
            Follow(mentee, mentor, loss);
        }
    }

    private void ComeIn(long loss)
    {
        for (var mentor = 0; mentor < nobody; mentor++)
            if (taken.CountOf(mentor) > 0) Reach(mentor, loss + solution.MentorPrices[mentor], new Move(-1, -1, mentor));
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
            if (solution.MentorOf[mentee] < 0 && mentee != mover) Follow(mentee, -1, loss);
    }

    private void Follow(int mentee, int from, long loss)
    {
        for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
        {
            var mentor = problem.PairMentors[pair];
            if (mentor == from || problem.Capacities[mentor] == 0) continue;
            var spare = solution.MenteePrices[mentee] + solution.MentorPrices[mentor] - problem.Objective.Of(mentee, pair);
            Reach(mentor, loss + spare, new Move(mentee, from, mentor));
        }
    }

    private void Reach(int at, long loss, Move step)
    {
        if (loss >= losses[at]) return;
        (losses[at], steps[at]) = (loss, step);
        waiting.Enqueue(at, loss);
    }

    private IEnumerable<Move> Back(int end, int start)
    {
        var moves = new List<Move>();
        for (var at = end; at != start; at = steps[at].From < 0 ? nobody : steps[at].From)
            if (steps[at].Mentee >= 0) moves.Add(steps[at]);
        moves.Reverse();
        return moves;
    }
}
