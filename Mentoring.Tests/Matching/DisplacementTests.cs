using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

public sealed class DisplacementTests
{
    [Fact]
    [Trait("Requirement", "B2")]
    public void Two_people_are_put_together_at_the_least_loss_to_everybody_else()
    {
        var (forced, chains) = (0, 0);
        for (var seed = 0; seed < 4000; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var solution = Proved.Solve(problem, 1);
            var best = BruteForce.BestAims(problem)!;
            foreach (var pair in problem.Pairs().Where(pair => problem.Capacities[pair.Mentor] > 0))
            {
                var about = $"seed {seed}, mentee {pair.Mentee}, mentor {pair.Mentor}";
                var together = ForcedPair.Of(solution, pair.Mentee, pair.Mentor);
                var mentorOf = solution.MentorOf.ToArray();
                foreach (var move in together.Moves)
                {
                    Assert.True(mentorOf[move.Mentee] == move.From, about);
                    mentorOf[move.Mentee] = move.To;
                }

                Assert.True(mentorOf[pair.Mentee] == pair.Mentor, about);
                Assert.True(mentorOf.Where(mentor => mentor >= 0).CountBy(mentor => mentor).All(used => used.Value <= problem.Capacities[used.Key]), about);
                var aims = BruteForce.Aims(problem, mentorOf);
                Assert.True(aims.AsSpan().SequenceEqual(BruteForce.BestAims(problem, tried => tried[pair.Mentee] == pair.Mentor)), about);
                Assert.True((together.Loss == 0) == aims.AsSpan().SequenceEqual(best), about);
                forced++;
                chains += together.Moves.Length > 2 ? 1 : 0;
            }
        }

        Assert.True(forced > 5000 && chains > 250, $"{forced} pairs, {chains} chains");
    }

    [Fact]
    public void Nobody_is_put_together_who_may_not_be()
    {
        var solution = Proved.Solve(new MatchingProblemBuilder(1, 2).SetMentor(0, 1).AddPair(0, 1, 5).Build());

        Assert.Throws<ArgumentException>(() => ForcedPair.Of(solution, 0, 0));
        Assert.Throws<ArgumentException>(() => ForcedPair.Of(solution, 0, 1));
    }

    [Fact]
    [Trait("Requirement", "B2")]
    public void What_an_unmatched_mentee_is_short_of_is_exactly_what_would_have_matched_them()
    {
        var (points, classes) = (0, 0);
        for (var seed = 0; seed < 4000; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var solution = Proved.Solve(problem, 1);
            var prices = HighestPrices.Of(PlaceValues.Of(solution));
            for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
            {
                var open = problem.Pairs().Where(pair => pair.Mentee == mentee && problem.Capacities[pair.Mentor] > 0).ToList();
                if (solution.MentorOf[mentee] >= 0 || open.Count == 0) continue;
                var shorts = open.ConvertAll(pair => prices.ShortOf(mentee, pair.Mentor, pair.Score, pair.CrossInstitution));
                for (var index = 0; index < open.Count; index++)
                {
                    if (shorts[index].Points is not { } missing) continue;
                    var about = $"seed {seed}, mentee {mentee}, mentor {open[index].Mentor}: {missing} points";
                    Assert.True(missing > 0, about);
                    Assert.True(IsMatchedInEveryBest(With(problem, open[index], missing), mentee), about);
                    Assert.False(IsMatchedInEveryBest(With(problem, open[index], missing - 1), mentee), about);
                    points++;
                }

                var urgency = shorts.Min(shortfall => shortfall.Classes);
                Assert.True(urgency > 0, $"seed {seed}, mentee {mentee}");
                if (problem.Classes[mentee] <= urgency) continue;
                Assert.True(IsMatchedInEveryBest(MoreUrgent(problem, mentee, urgency), mentee), $"seed {seed}, mentee {mentee}: {urgency} classes");
                Assert.False(IsMatchedInEveryBest(MoreUrgent(problem, mentee, urgency - 1), mentee), $"seed {seed}, mentee {mentee}: {urgency} classes");
                classes++;
            }
        }

        Assert.True(points > 500 && classes > 200, $"{points} by points, {classes} by classes");
    }

    private static bool IsMatchedInEveryBest(MatchingProblem problem, int mentee) =>
        !BruteForce.BestAims(problem, mentorOf => mentorOf[mentee] < 0)!.AsSpan().SequenceEqual(BruteForce.BestAims(problem));

    private static MatchingProblem With(MatchingProblem problem, EligiblePair raised, long points) =>
        Copy(problem, (_, menteeClass) => menteeClass, pair => pair == raised ? pair with { Score = pair.Score + points } : pair);

    private static MatchingProblem MoreUrgent(MatchingProblem problem, int mentee, int classes) =>
        Copy(problem, (other, menteeClass) => other == mentee ? menteeClass - classes : menteeClass, pair => pair);

    private static MatchingProblem Copy(MatchingProblem problem, Func<int, int, int> classOf, Func<EligiblePair, EligiblePair> pairOf)
    {
        var builder = new MatchingProblemBuilder(problem.MenteeCount, problem.MentorCount);
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++) builder.SetMentee(mentee, classOf(mentee, problem.Classes[mentee]));
        for (var mentor = 0; mentor < problem.MentorCount; mentor++) builder.SetMentor(mentor, problem.Capacities[mentor]);
        foreach (var pair in problem.Pairs()) builder.AddPair(pairOf(pair));
        return builder.Build();
    }
}
