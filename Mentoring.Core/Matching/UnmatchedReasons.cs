using System.Collections.Immutable;

namespace Mentoring.Core.Matching;

/// <summary>
/// Finds the exact reason for each unmatched mentee. At the lowest prices a mentee gains from a place exactly when pairs that are covered
/// exactly lead from them to it, each mentor on the way passing on a mentee they have; so one search over all of these answers for everybody.
/// </summary>
public sealed class UnmatchedReasons
{
    private readonly MatchingProblem problem;
    private readonly MatchingSolution solution;
    private readonly TightReach reach;
    private readonly ILookup<int, int> onlyFor;

    public UnmatchedReasons(MatchingSolution solution)
        : this(PlaceValues.Of(solution))
    {
    }

    public UnmatchedReasons(PlaceValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        (solution, problem, reach) = (values.Solution, values.Solution.Problem, new TightReach(values));
        onlyFor = Enumerable.Range(0, problem.MentorCount).ToLookup(reach.OnlyClaimant);
    }

    /// <exception cref="ArgumentException">The mentee is matched.</exception>
    public UnmatchedReason Of(int mentee)
    {
        if (solution.MentorOf[mentee] >= 0) throw new ArgumentException($"Mentee {mentee} is matched.", nameof(mentee));
        if (problem.MentorsOf(mentee).IsEmpty) return new UnmatchedReason.NoEligibleMentor();
        reach.Reach(mentee);
        return new UnmatchedReason.AllPlacesTaken(
            [.. problem.MentorsOf(mentee)], [.. Enumerable.Range(0, problem.MentorCount).Where(reach.WasReached)], reach.IsDrawnByLot(mentee));
    }

    /// <summary>Whether the lot decided against this unmatched mentee.</summary>
    public bool IsDrawnByLot(int mentee) => reach.IsDrawnByLot(mentee);

    /// <summary>Mentors, ascending, of whom one more place would bring in this mentee and nobody else.</summary>
    public IEnumerable<int> PlacesForNobodyElse(int mentee) => onlyFor[mentee];

    /// <summary>Of the mentee's own eligible mentors, those of whom one more place would bring in this mentee or somebody as good; and how many other mentors there are such.</summary>
    public (ImmutableArray<int> Eligible, int Others) PlacesByLot(int mentee)
    {
        var all = reach.Reach(mentee);
        var eligible = problem.MentorsOf(mentee).ToArray().Where(reach.WasReached).ToImmutableArray();
        return (eligible, all - eligible.Length);
    }
}
