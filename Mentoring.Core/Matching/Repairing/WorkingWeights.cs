namespace Mentoring.Core.Matching.Repairing;

/// <summary>
/// The order of aims with room for people, places and scores to come, so that weights and prices need not change with every repair.
/// </summary>
/// <param name="Step">Between class weights.</param>
/// <param name="Classes">K, the least urgent class.</param>
/// <param name="Scale">What a point of score counts.</param>
/// <param name="MostMatches">For which the order is kept.</param>
/// <param name="HighestScore">For which the order is kept.</param>
/// <param name="AllCross">Where the scale is 1: whether all pairs cross institutions, or none.</param>
internal sealed record WorkingWeights(long Step, int Classes, long Scale, long MostMatches, int HighestScore, bool AllCross)
{
    public static WorkingWeights For(MatchingProblem problem)
    {
        long places = 0;
        foreach (var capacity in problem.Capacities) places += capacity;
        var (highest, classes, crossings) = (0, 1, 0);
        foreach (var score in problem.PairScores) highest = Math.Max(highest, score);
        foreach (var menteeClass in problem.Classes) classes = Math.Max(classes, menteeClass);
        for (var pair = 0; pair < problem.PairCount; pair++) if (problem.IsCrossInstitution(pair)) crossings++;
        var matches = Math.Min(problem.MenteeCount, places);
        var mixed = crossings > 0 && crossings < problem.PairCount;
        var allCross = crossings > 0;
        return Of(2 * (matches + 32), (int)Math.Min(MatchingProblem.MaxScore, 2 * (highest + 8L)), classes + 1, mixed, allCross)
            ?? Of(matches + 1, highest, classes, mixed, allCross)
            ?? throw new MatchingFaultException([new MatchingFault(MatchingPart.Problem, 0, "The sums would overflow in a repair.")]);
    }

    /// <summary>Whether a pair's score and institutions have room in the order.</summary>
    public bool Covers(long score, bool crossInstitution) => score <= HighestScore && (Scale > 1 || AllCross == crossInstitution);

    /// <summary>In a class with this distance from the least urgent.</summary>
    public long Of(int menteeClass, PairLists.Entry entry)
        => ((Classes - menteeClass + 1) * Step) + (Scale * entry.Score) + (Scale > 1 && entry.CrossInstitution ? 1 : 0);

    private static WorkingWeights? Of(long matches, int highest, int classes, bool mixed, bool allCross)
    {
        var scale = mixed ? matches + 1 : 1;
        var heaviest = ((Int128)scale * highest) + (mixed ? 1 : 0);
        var step = (2 * matches * heaviest) + 1;
        return (classes * step) + heaviest > Objective.MaxWeight ? null : new WorkingWeights((long)step, classes, scale, matches, highest, allCross);
    }
}
