using System.Collections.Immutable;
using System.Numerics;

namespace Mentoring.Core.Matching;

/// <summary>
/// Confirms in one pass over the pairs that a matching is best possible, from the problem and the prices alone. It solves nothing and
/// shares nothing with the solver, not even the weights: all is computed anew, with sums in 128 bits, where none of a valid problem overflows.
/// Sufficient by weak duality of linear programming (H. W. Kuhn, "The Hungarian method for the assignment problem", 1955).
/// </summary>
public static class CertificateChecker
{
    public static CertificateVerdict Check(MatchingProblem problem, Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(certificate);
        return ShapeFault(problem, certificate)
            ?? WeightFault(problem, certificate)
            ?? MatchingFault(problem, certificate)
            ?? PriceFault(problem, certificate)
            ?? new CertificateVerdict(CertificateCondition.None, "The matching is the best possible: every condition of the proof holds.");
    }

    private static CertificateVerdict? ShapeFault(MatchingProblem problem, Certificate certificate)
    {
        static int Length<T>(ImmutableArray<T> entries) => entries.IsDefault ? 0 : entries.Length;
        static CertificateVerdict? Fault(string what, int found, int wanted) => found == wanted ? null
            : new(CertificateCondition.Shape, $"The certificate has {found} {what}; there must be {wanted}.");
        var leastUrgent = 1;
        foreach (var menteeClass in problem.Classes) leastUrgent = Math.Max(leastUrgent, menteeClass);
        return Fault("matches and unmatched mentees", Length(certificate.MentorOf), problem.MenteeCount)
            ?? Fault("mentee prices", Length(certificate.MenteePrices), problem.MenteeCount)
            ?? Fault("mentor prices", Length(certificate.MentorPrices), problem.MentorCount)
            ?? Fault("class weights", Length(certificate.ClassWeights), leastUrgent);
    }

    private static CertificateVerdict? WeightFault(MatchingProblem problem, Certificate certificate)
    {
        Int128 places = 0;
        foreach (var capacity in problem.Capacities) places += capacity;
        var matches = Int128.Min(places, problem.MenteeCount);
        var (highest, crossing) = (Highest(problem.PairScores), problem.PairCrossings.Count(true));
        var preferred = crossing > 0 && crossing < problem.PairCount;
        var scale = preferred ? matches + 1 : 1;
        if (certificate.ScoreScale != scale)
            return new(CertificateCondition.Weights, $"The score scale is {certificate.ScoreScale}; it must be {scale}.");

        var step = (matches * ((scale * highest) + (preferred ? 1 : 0))) + 1;
        var classes = certificate.ClassWeights.Length;
        for (var index = 0; index < classes; index++)
            if (certificate.ClassWeights[index] != (classes - index) * step)
                return new(CertificateCondition.Weights,
                    $"The weight of class {index + 1} is {certificate.ClassWeights[index]}; it must be {(classes - index) * step}.");
        return null;
    }

    private static int Highest(ReadOnlySpan<int> scores)
    {
        var (highest, index) = (Vector<int>.Zero, 0);
        for (; index + Vector<int>.Count <= scores.Length; index += Vector<int>.Count) highest = Vector.Max(highest, new Vector<int>(scores[index..]));
        var most = 0;
        for (var lane = 0; lane < Vector<int>.Count; lane++) most = Math.Max(most, highest[lane]);
        foreach (var score in scores[index..]) most = Math.Max(most, score);
        return most;
    }

    private static CertificateVerdict? MatchingFault(MatchingProblem problem, Certificate certificate)
    {
        var taken = new int[problem.MentorCount];
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
        {
            var mentor = certificate.MentorOf[mentee];
            if (mentor == -1) continue;
            if (problem.FindPair(mentee, mentor) < 0)
                return new(CertificateCondition.EligiblePairsOnly, $"Mentee {mentee} and mentor {mentor} are not an eligible pair.");
            if (++taken[mentor] > problem.Capacities[mentor])
                return new(CertificateCondition.Capacity,
                    $"Mentor {mentor} has {problem.Capacities[mentor]} places and is matched more often (mentee {mentee}).");
        }
        return null;
    }

    private static CertificateVerdict? PriceFault(MatchingProblem problem, Certificate certificate)
    {
        Int128 prices = 0, weights = 0;
        var mentorPrices = certificate.MentorPrices.AsSpan();
        var leastPrice = problem.MentorCount == 0 ? 0 : long.MaxValue;
        for (var mentor = 0; mentor < problem.MentorCount; mentor++)
        {
            if (mentorPrices[mentor] < 0) return new(CertificateCondition.PricesNotNegative, $"Mentor {mentor} has a price under 0.");
            prices += (Int128)problem.Capacities[mentor] * mentorPrices[mentor];
            leastPrice = Math.Min(leastPrice, mentorPrices[mentor]);
        }

        var starts = problem.PairStarts;
        var mentors = problem.PairMentors;
        var scores = problem.PairScores;
        var scale = (ulong)certificate.ScoreScale;
        var crossings = scale > 1 ? problem.PairCrossings : [];
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
        {
            var (price, match) = (certificate.MenteePrices[mentee], certificate.MentorOf[mentee]);
            if (price < 0) return new(CertificateCondition.PricesNotNegative, $"Mentee {mentee} has a price under 0.");
            prices += price;
            var ofClass = (ulong)certificate.ClassWeights[problem.Classes[mentee] - 1];
            var row = starts[mentee]..starts[mentee + 1];
            var crossing = crossings.IsEmpty ? crossings : crossings[row];
            var surelyCovered = ScoreSurelyCovered((ulong)price + (ulong)leastPrice, ofClass + (crossing.IsEmpty ? 0UL : 1), scale);
            if (FirstUncovered(mentors[row], scores[row], crossing, ofClass, scale, (ulong)price, mentorPrices, surelyCovered) is { } uncovered)
                return new(CertificateCondition.PairsCovered, $"The prices of mentee {mentee} and mentor {uncovered} do not cover their pair.");
            if (match >= 0)
            {
                var pair = problem.FindPair(mentee, match);
                weights += Weight(ofClass, scale, scores[pair], !crossings.IsEmpty && crossings[pair]);
            }
        }

        return PriceWithoutPlaceFault(problem, certificate)
            ?? (prices == weights ? null : new(CertificateCondition.SumsEqual, $"The prices add up to {prices}, the matched pairs to {weights}."));
    }

    /// <summary>The highest score that two prices cover; -1 where they cover none.</summary>
    private static int ScoreSurelyCovered(ulong prices, ulong withoutScore, ulong scale) =>
        prices < withoutScore ? -1 : (int)Math.Min((prices - withoutScore) / scale, int.MaxValue);

    /// <summary>The first mentor of a row whose pair weighs more than the two prices; null where all are covered.</summary>
    /// <param name="surelyCovered">A score that the mentee's price covers with any mentor's: most pairs need no look at their mentor.</param>
    private static int? FirstUncovered(
        ReadOnlySpan<int> mentors, ReadOnlySpan<int> scores, ReadOnlySpan<bool> crossings, ulong ofClass, ulong scale, ulong menteePrice, ReadOnlySpan<long> mentorPrices,
        int surelyCovered)
    {
        var covered = new Vector<int>(surelyCovered);
        for (var first = 0; first < scores.Length; first += Vector<int>.Count)
        {
            var end = Math.Min(first + Vector<int>.Count, scores.Length);
            if (end - first == Vector<int>.Count && Vector.LessThanOrEqualAll(new Vector<int>(scores[first..end]), covered)) continue;
            for (var pair = first; pair < end; pair++)
            {
                // Nothing overflows: see the remarks on a pair's weight.
                var weight = Weight(ofClass, scale, scores[pair], !crossings.IsEmpty && crossings[pair]);
                if (weight > unchecked(menteePrice + (ulong)mentorPrices[mentors[pair]])) return mentors[pair];
            }
        }
        return null;
    }

    private static CertificateVerdict? PriceWithoutPlaceFault(MatchingProblem problem, Certificate certificate)
    {
        var idle = Enumerable.Range(0, problem.MentorCount).Where(mentor => problem.Capacities[mentor] == 0).ToArray();
        if (idle.Length == 0) return null;
        var uncovered = new Int128[problem.MentorCount];
        var scale = (ulong)certificate.ScoreScale;
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
        {
            var ofClass = (ulong)certificate.ClassWeights[problem.Classes[mentee] - 1];
            var mentors = problem.MentorsOf(mentee);
            // Most often few are idle and many are in the row.
            foreach (var mentor in idle.Length < mentors.Length ? idle : mentors)
            {
                if (problem.Capacities[mentor] > 0 || problem.FindPair(mentee, mentor) is not (>= 0 and var pair)) continue;
                var weight = Weight(ofClass, scale, problem.PairScores[pair], scale > 1 && problem.IsCrossInstitution(pair));
                uncovered[mentor] = Int128.Max(uncovered[mentor], (Int128)weight - certificate.MenteePrices[mentee]);
            }
        }

        foreach (var mentor in idle)
            if (certificate.MentorPrices[mentor] != uncovered[mentor])
                return new(CertificateCondition.LeastPriceWithoutPlaces,
                    $"Mentor {mentor} has no place and price {certificate.MentorPrices[mentor]}; the least that covers their pairs is {uncovered[mentor]}.");
        return null;
    }

    /// <remarks>
    /// The class weights are as they must be: each fits 63 bits, and a score adds no more than the least of them (or, where nobody can be
    /// matched, no more than a score). So a pair's weight fits 64 bits without a sign, as do two prices together.
    /// </remarks>
    private static ulong Weight(ulong ofClass, ulong scale, int score, bool crosses) => unchecked(ofClass + (scale * (ulong)score) + (crosses ? 1UL : 0));
}
