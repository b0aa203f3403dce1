using System.Collections.Immutable;
using System.Globalization;

namespace Mentoring.Core.Matching;

/// <summary>
/// Why some mentees cannot all be matched, for anybody to recount: all eligible mentors of these mentees are these mentors, and they have
/// fewer places between them than there are mentees. After P. Hall, "On representatives of subsets", 1935, for mentors with several places.
/// </summary>
/// <param name="Mentees">Ascending.</param>
/// <param name="Mentors">Every mentor eligible for one of the mentees, ascending.</param>
/// <param name="Places">The mentors' places together; fewer than the mentees.</param>
public sealed record HallWitness(ImmutableArray<int> Mentees, ImmutableArray<int> Mentors, long Places)
{
    /// <summary>How many of the mentees must stay unmatched, whoever is matched.</summary>
    public long MustStayUnmatched => Mentees.Length - Places;

    /// <summary>The same as a sentence, with numbers of people.</summary>
    public string Words => Places == 0
        ? $"{Of(Mentees.Length, "mentee")} {(Mentees.Length == 1 ? "has" : "have")} nobody with a place whom they could have, and stay{(Mentees.Length == 1 ? "s" : "")} without a mentor in every matching."
        : $"{Of(Mentees.Length, "mentee")} can have only {Of(Mentors.Length, "mentor")} between them, with {Of(Places, "place")}: whoever is matched, {MustStayUnmatched} of them {(MustStayUnmatched == 1 ? "stays" : "stay")} without a mentor.";

    /// <summary>One witness for all unmatched mentees: exactly as many must stay unmatched as are. Null where everybody is matched.</summary>
    /// <param name="solution">Of most matches, as every solution of the solver is.</param>
    public static HallWitness? OfAll(MatchingSolution solution)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var unmatched = Enumerable.Range(0, solution.MentorOf.Length).Where(mentee => solution.MentorOf[mentee] < 0).ToList();
        return unmatched.Count == 0 ? null : Reach(solution, unmatched);
    }

    /// <summary>The witness around one unmatched mentee, usually a small group: one of the group must stay unmatched.</summary>
    /// <exception cref="ArgumentException">The mentee is matched.</exception>
    public static HallWitness Of(MatchingSolution solution, int mentee)
    {
        ArgumentNullException.ThrowIfNull(solution);
        if (solution.MentorOf[mentee] >= 0) throw new ArgumentException($"Mentee {mentee} is matched.", nameof(mentee));
        return Reach(solution, [mentee]);
    }

    /// <summary>Recounts from the problem alone whether this is a witness.</summary>
    public bool Holds(MatchingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var mentors = Mentors.ToHashSet();
        var places = 0L;
        foreach (var mentor in mentors) places += problem.Capacities[mentor];
        return places == Places
            && Places < Mentees.Distinct().Count()
            && Mentees.All(mentee => mentors.IsSupersetOf(problem.MentorsOf(mentee).ToArray()));
    }

    /// <summary>Whom alternating paths reach: to all eligible mentors, and from a mentor to the mentees who have their places.</summary>
    private static HallWitness Reach(MatchingSolution solution, IReadOnlyCollection<int> from)
    {
        var problem = solution.Problem;
        var taken = new PlacesTaken(solution.MentorOf.AsSpan(), problem.MentorCount);
        var (mentees, mentors) = (new bool[problem.MenteeCount], new bool[problem.MentorCount]);
        foreach (var mentee in from) mentees[mentee] = true;
        var places = 0L;
        var waiting = new Queue<int>(from);
        while (waiting.TryDequeue(out var mentee))
            foreach (var mentor in problem.MentorsOf(mentee))
            {
                if (mentors[mentor]) continue;
                mentors[mentor] = true;
                places += problem.Capacities[mentor];
                foreach (var holder in taken.MenteesOf(mentor))
                {
                    if (mentees[holder]) continue;
                    mentees[holder] = true;
                    waiting.Enqueue(holder);
                }
            }
        return new HallWitness(Numbers(mentees), Numbers(mentors), places);
    }

    private static ImmutableArray<int> Numbers(bool[] are) => [.. Enumerable.Range(0, are.Length).Where(person => are[person])];

    private static string Of(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
