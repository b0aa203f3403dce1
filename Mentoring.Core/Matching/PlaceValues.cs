using System.Collections.Immutable;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Core.Matching;

/// <summary>
/// What one more place with each mentor would add to the objective, exactly: the lowest of all best prices. One shortest path search from
/// everywhere a place could be given up or filled from (sensitivity of linear programs: the least dual price is the gain of one more unit).
/// </summary>
public sealed class PlaceValues
{
    private PlaceValues(MatchingSolution solution, Objective objective, ImmutableArray<long> ofMentors, ImmutableArray<long> ofMentees)
    {
        Solution = solution;
        Objective = objective;
        OfMentors = ofMentors;
        OfMentees = ofMentees;
    }

    public MatchingSolution Solution { get; }

    /// <summary>The unit of the values: the problem's order of aims with weights that stay exact when a place is added.</summary>
    public Objective Objective { get; }

    /// <summary>The gain of one more place with each mentor.</summary>
    public ImmutableArray<long> OfMentors { get; }

    /// <summary>The mentee prices that go with them: together they prove the matching, too.</summary>
    public ImmutableArray<long> OfMentees { get; }

    /// <summary>Whether one more place with this mentor would let one more mentee be matched.</summary>
    public bool WouldMatchOneMore(int mentor) => OfMentors[mentor] > Objective.ClassWeights[^1] / 2;

    public static PlaceValues Of(MatchingSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var problem = solution.Problem;
        var taken = new PlacesTaken(solution.MentorOf.AsSpan(), problem.MentorCount);
        // Best prices prove every best matching, so those of a solution under the wider weights fit this one, too.
        var objective = Objective.WithOneMorePlace(problem);
        var prices = PricedMatching.Heaviest(problem.Table, objective.Scale, objective.Depths, problem.ClassesIfTheyDiffer);
        // How far each mentor's price can fall: at first to 0, then as far as the pairs of mentees whose own price cannot rise allow.
        var falls = prices.MentorPrices.AsSpan().ToArray();
        var menteePrices = prices.MenteePrices.AsSpan().ToArray();
        var waiting = new PriorityQueue<int, long>();

        void Cover(int mentee, long rise)
        {
            for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
            {
                var mentor = problem.PairMentors[pair];
                var spare = prices.MenteePrices[mentee] + prices.MentorPrices[mentor] - objective.Of(mentee, pair);
                if (rise + spare >= falls[mentor]) continue;
                falls[mentor] = rise + spare;
                waiting.Enqueue(mentor, falls[mentor]);
            }
        }

        for (var mentor = 0; mentor < falls.Length; mentor++)
            if (taken.CountOf(mentor) > 0) waiting.Enqueue(mentor, falls[mentor]);
        for (var mentee = 0; mentee < menteePrices.Length; mentee++)
            if (solution.MentorOf[mentee] < 0) Cover(mentee, 0);
        while (waiting.TryDequeue(out var mentor, out var fall))
        {
            if (fall != falls[mentor]) continue;
            foreach (var mentee in taken.MenteesOf(mentor))
            {
                menteePrices[mentee] = prices.MenteePrices[mentee] + fall;
                Cover(mentee, fall);
            }
        }

        for (var mentor = 0; mentor < falls.Length; mentor++) falls[mentor] = prices.MentorPrices[mentor] - falls[mentor];
        return new PlaceValues(solution, objective, [.. falls], [.. menteePrices]);
    }
}
