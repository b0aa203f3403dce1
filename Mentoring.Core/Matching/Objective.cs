using System.Collections.Immutable;
using System.Numerics;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Core.Matching;

/// <summary>
/// The order of aims as one number for each pair: <c>M_class + scale · score + cross</c>. The scale outweighs every count of pairs
/// across institutions, and a step between class weights outweighs every total of scores, so the highest sum is best in the order
/// class 1, class 2, …, total score, pairs across institutions. (Sets of mentees who can be matched together form a matroid:
/// J. Edmonds and D. R. Fulkerson, "Transversals and matroid partition", 1965; so no class ever costs cardinality.)
/// </summary>
public sealed class Objective
{
    /// <summary>The heaviest pair allowed; it leaves room for the distances of a search in <see cref="long"/>.</summary>
    public const long MaxWeight = 1L << 60;

    /// <summary>The heaviest pair of a problem; the rest is for weights that allow for one more place.</summary>
    private const long MaxWeightOfProblem = 1L << 57;

    private readonly MatchingProblem problem;

    private Objective(MatchingProblem problem, ImmutableArray<long> classWeights, long scoreScale, int highestScore)
    {
        this.problem = problem;
        ClassWeights = classWeights;
        ScoreScale = scoreScale;
        var scoreBits = 32 - BitOperations.LeadingZeroCount((uint)highestScore);
        Scale = new WeightScale([.. classWeights], scoreBits, scoreScale > 1 ? 1 : 0, scoreScale);
    }

    /// <summary>M_1 to M_K, where K is the least urgent class there is: <c>M_c = (K − c + 1)·B</c>.</summary>
    public ImmutableArray<long> ClassWeights { get; }

    /// <summary>1 where no pair or every pair crosses institutions, else one more than the matches possible.</summary>
    public long ScoreScale { get; }

    /// <summary>The weight of a pair of this mentee.</summary>
    public long Of(int mentee, int pair)
        => ClassWeights[problem.Classes[mentee] - 1] + (ScoreScale * problem.PairScores[pair]) + Cross(pair);

    internal WeightScale Scale { get; }

    internal ObjectiveDepths Depths => problem.DepthsOn(Scale);

    /// <summary>1 for a pair across institutions where that distinguishes pairs.</summary>
    private int Cross(int pair) => ScoreScale > 1 && problem.IsCrossInstitution(pair) ? 1 : 0;

    internal static Objective Of(MatchingProblem problem)
        => Fold(problem, Math.Min(problem.MenteeCount, Places(problem)), margin: 1, MaxWeightOfProblem);

    /// <summary>
    /// The same order of aims, still exact where one place is added to the problem; and a gain over half of M_K then always means
    /// one more mentee, whatever scores are lost or won.
    /// </summary>
    internal static Objective WithOneMorePlace(MatchingProblem problem)
        => Fold(problem, Math.Min(problem.MenteeCount, Places(problem) + 1), margin: 2, MaxWeight);

    private static Objective Fold(MatchingProblem problem, long matches, int margin, long limit)
    {
        var highest = problem.HighestScore;
        var leastUrgent = 1;
        foreach (var menteeClass in problem.Classes) leastUrgent = Math.Max(leastUrgent, menteeClass);

        var scale = CrossingDistinguishes(problem) ? matches + 1 : 1;
        var heaviestScore = ((Int128)scale * highest) + (scale > 1 ? 1 : 0);
        var step = (margin * matches * heaviestScore) + 1;
        if ((leastUrgent * step) + heaviestScore > limit)
            throw new MatchingFaultException([new MatchingFault(MatchingPart.Problem, 0,
                $"The sums would overflow: {matches} matches, {leastUrgent} classes and scores to {highest}" +
                $"{(scale > 1 ? ", with pairs across institutions preferred," : "")} give a class weight over {limit}.")]);

        var weights = new long[leastUrgent];
        for (var index = 0; index < leastUrgent; index++) weights[index] = (leastUrgent - index) * (long)step;
        return new Objective(problem, [.. weights], scale, highest);
    }

    private static long Places(MatchingProblem problem)
    {
        var places = 0L;
        foreach (var capacity in problem.Capacities) places += capacity;
        return places;
    }

    private static bool CrossingDistinguishes(MatchingProblem problem)
    {
        for (var pair = 1; pair < problem.PairCount; pair++)
            if (problem.IsCrossInstitution(pair) != problem.IsCrossInstitution(0)) return true;
        return false;
    }
}
