using System.Collections.Immutable;

namespace Mentoring.Core.Matching;

/// <summary>Somebody who changes mentor.</summary>
/// <param name="From">The mentor left; -1 where there was none.</param>
/// <param name="To">The new mentor; -1 where none is left.</param>
public readonly record struct Move(int Mentee, int From, int To);

/// <summary>The best matching in which two given people are together, as moves from a best matching: what "why not these two" asks for.</summary>
/// <param name="Loss">What the objective loses by it, in its units; 0 where an equally good matching has the two together.</param>
/// <param name="Moves">The mentee's own first, then whoever is displaced, each once; empty where the two are together.</param>
public sealed record ForcedPair(int Mentee, int Mentor, long Loss, ImmutableArray<Move> Moves)
{
    /// <summary>One shortest path search over the prices: from the mentor, who must give up a place, to where the mentee leaves one.</summary>
    /// <exception cref="ArgumentException">The two are not an eligible pair, or the mentor has no place.</exception>
    public static ForcedPair Of(MatchingSolution solution, int mentee, int mentor)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var pair = solution.Problem.FindPair(mentee, mentor);
        if (pair < 0) throw new ArgumentException($"Mentee {mentee} and mentor {mentor} are not an eligible pair.", nameof(mentor));
        if (solution.Problem.Capacities[mentor] == 0) throw new ArgumentException($"Mentor {mentor} has no place.", nameof(mentor));
        if (solution.MentorOf[mentee] == mentor) return new ForcedPair(mentee, mentor, 0, []);
        var gap = solution.MenteePrices[mentee] + solution.MentorPrices[mentor] - solution.Problem.Objective.Of(mentee, pair);
        var (further, moves) = new Displacement(solution, mentee).From(mentor);
        return new ForcedPair(mentee, mentor, gap + further, [new Move(mentee, solution.MentorOf[mentee], mentor), .. moves]);
    }
}
