using System.Collections.Immutable;

namespace Mentoring.Core.Matching;

/// <summary>A best matching of a problem, with the prices that prove it.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="MentorOf">The mentor of each mentee, or <see cref="Unmatched"/>.</param>
/// <param name="MenteePrices">u, in units of the objective, 0 or more.</param>
/// <param name="MentorPrices">v, of one place with each mentor, in units of the objective, 0 or more.</param>
public sealed record MatchingSolution(
    MatchingProblem Problem,
    ImmutableArray<int> MentorOf,
    ImmutableArray<long> MenteePrices,
    ImmutableArray<long> MentorPrices)
{
    public const int Unmatched = -1;

    public int Cardinality => MentorOf.Count(mentor => mentor != Unmatched);

    public long TotalScore => MatchedPairs().Sum(pair => (long)Problem.PairScores[pair]);

    public int CrossInstitutionCount => MatchedPairs().Count(Problem.IsCrossInstitution);

    public Certificate ToCertificate()
        => new(Problem.Objective.ClassWeights, Problem.Objective.ScoreScale, MentorOf, MenteePrices, MentorPrices);

    /// <summary>Positions in the problem's list of pairs, by mentee.</summary>
    public IEnumerable<int> MatchedPairs()
    {
        for (var mentee = 0; mentee < MentorOf.Length; mentee++)
            if (MentorOf[mentee] != Unmatched) yield return Problem.FindPair(mentee, MentorOf[mentee]);
    }
}
