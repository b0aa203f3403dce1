using System.Collections.Immutable;

namespace Mentoring.Core.Matching;

/// <summary>
/// What would be lost with one place less at each mentor, exactly: the highest of all best prices, as <see cref="PlaceValues"/> are the lowest.
/// One shortest path search towards everywhere a displaced mentee can end: in a free place, or unmatched. An unmatched mentee would be
/// matched with a mentor in every best matching exactly where their pair outweighs this price.
/// </summary>
public sealed class HighestPrices
{
    private readonly MatchingProblem problem;
    private readonly Objective objective;
    private readonly long step;

    /// <summary>Pairs of one institution alone are priced without regard to it; the first across would be preferred to as many points.</summary>
    private readonly bool onlyWithinInstitutions;

    private HighestPrices(MatchingProblem problem, Objective objective, ImmutableArray<long> ofMentors)
    {
        (this.problem, this.objective, OfMentors) = (problem, objective, ofMentors);
        step = objective.ClassWeights.IsEmpty ? 1 : objective.ClassWeights[^1];
        onlyWithinInstitutions = !problem.PairCrossings.Contains(true);
    }

    /// <summary>In units of the objective of the place values; without meaning for mentors who have no place.</summary>
    public ImmutableArray<long> OfMentors { get; }

    public static HighestPrices Of(PlaceValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (solution, problem) = (values.Solution, values.Solution.Problem);
        var taken = new PlacesTaken(solution.MentorOf.AsSpan(), problem.MentorCount);
        var pairs = new PairsByMentor(problem);
        var waiting = new PriorityQueue<int, long>();
        var rises = new long[problem.MentorCount];
        for (var mentor = 0; mentor < rises.Length; mentor++)
        {
            if (taken.CountOf(mentor) == problem.Capacities[mentor])
            {
                rises[mentor] = long.MaxValue;
                foreach (var mentee in taken.MenteesOf(mentor)) rises[mentor] = Math.Min(rises[mentor], values.OfMentees[mentee]);
            }
            if (problem.Capacities[mentor] > 0) waiting.Enqueue(mentor, rises[mentor]);
            else rises[mentor] = 0;
        }

        while (waiting.TryDequeue(out var mentor, out var rise))
        {
            if (rise != rises[mentor]) continue;
            var mentees = pairs.MenteesOf(mentor);
            var positions = pairs.PairsOf(mentor);
            for (var entry = 0; entry < mentees.Length; entry++)
            {
                var mentee = mentees[entry];
                if (solution.MentorOf[mentee] is var now && (now < 0 || now == mentor)) continue;
                var spare = values.OfMentees[mentee] + values.OfMentors[mentor] - values.Objective.Of(mentee, positions[entry]);
                if (rise + spare >= rises[now]) continue;
                rises[now] = rise + spare;
                waiting.Enqueue(now, rises[now]);
            }
        }

        for (var mentor = 0; mentor < rises.Length; mentor++) rises[mentor] += values.OfMentors[mentor];
        return new HighestPrices(problem, values.Objective, [.. rises]);
    }

    /// <summary>What an unmatched mentee lacks for a place with this mentor, were their pair of this score: in no best matching have they it while anything is short.</summary>
    public Shortfall ShortOf(int mentee, int mentor, long score, bool crossInstitution)
    {
        // A price is a step for each class and a rest that is less than half a step, since the weights allow for twice as much.
        var price = OfMentors[mentor];
        var classes = (price + (step / 2)) / step;
        var rest = price - (classes * step);
        var own = (objective.ScoreScale * score) + (objective.ScoreScale > 1 && crossInstitution ? 1 : 0);
        var ownClasses = objective.ClassWeights[problem.Classes[mentee] - 1] / step;
        var outweighs = rest < own || (rest == own && crossInstitution && onlyWithinInstitutions);
        var rounds = Math.Max(0, classes - ownClasses + (outweighs ? 0 : 1));
        var points = classes == ownClasses ? Math.Max(0, Math.DivRem(rest - own, objective.ScoreScale).Quotient + (outweighs ? 0 : 1)) : (long?)null;
        return new Shortfall((int)rounds, classes < ownClasses ? 0 : points);
    }
}
