using System.Numerics;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Core.Matching.Repairing;

/// <summary>From a problem and a best matching to one that can be repaired.</summary>
internal static class RepairStart
{
    public static (PairLists OfMentees, PairLists OfMentors) Lists(MatchingProblem problem)
    {
        var (ofMentees, ofMentors) = (new int[problem.MenteeCount], new int[problem.MentorCount]);
        foreach (var mentor in problem.PairMentors) ofMentors[mentor]++;
        for (var mentee = 0; mentee < ofMentees.Length; mentee++) ofMentees[mentee] = problem.MentorsOf(mentee).Length;
        var (menteePairs, mentorPairs) = (new PairLists(ofMentees), new PairLists(ofMentors));
        for (var mentee = 0; mentee < ofMentees.Length; mentee++)
            for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
            {
                var points = (2 * problem.PairScores[pair]) + (problem.IsCrossInstitution(pair) ? 1 : 0);
                menteePairs.Add(mentee, new PairLists.Entry(problem.PairMentors[pair], points));
                mentorPairs.Add(problem.PairMentors[pair], new PairLists.Entry(mentee, points));
            }
        return (menteePairs, mentorPairs);
    }

    /// <param name="mentorOf">A best matching; the prices are found for it, because best prices prove every best matching.</param>
    public static WorkingMatching Of(MatchingProblem problem, ReadOnlySpan<int> mentorOf, PairLists menteePairs, PairLists mentorPairs)
    {
        var weights = WorkingWeights.For(problem);
        var scale = new WeightScale(
            [.. Enumerable.Range(0, weights.Classes).Select(index => (weights.Classes - index) * weights.Step)],
            32 - BitOperations.LeadingZeroCount((uint)weights.HighestScore), weights.Scale > 1 ? 1 : 0, weights.Scale);
        var prices = PricedMatching.Heaviest(problem.Table, scale, problem.DepthsOn(scale), problem.ClassesIfTheyDiffer);

        var state = new WorkingMatching(menteePairs, mentorPairs, weights);
        state.MakeRoom(problem.MenteeCount, problem.MentorCount);
        problem.Capacities.CopyTo(state.Capacities);
        prices.MentorPrices.CopyTo(state.MentorPrices, 0);
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
        {
            state.Mentees[mentee] = new MenteeState { Price = prices.MenteePrices[mentee], MentorOf = WorkingMatching.Waiting, Class = problem.Classes[mentee] };
            if (mentorOf[mentee] >= 0) state.Match(mentee, mentorOf[mentee]);
        }
        return state;
    }
}
