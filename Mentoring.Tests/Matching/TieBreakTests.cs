using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

public sealed class TieBreakTests
{
    [Fact]
    [Trait("Requirement", "B9")]
    public void The_same_people_are_matched_whatever_the_order_of_input()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var problem = RandomProblems.Small(seed, mostMentees: 12, mostMentors: 8);
            var pairs = PairsByKey(Proved.Solve(problem, 42, $"seed {seed}"));
            var shuffled = RandomProblems.Shuffled(problem, random);
            Assert.True(pairs.SetEquals(PairsByKey(Proved.Solve(shuffled, 42, $"seed {seed}"))), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(300, 120, 3)]
    [InlineData(120, 300, 1)]
    [InlineData(200, 200, 1)]
    [Trait("Requirement", "B9")]
    public void With_all_scores_equal_the_order_of_input_still_does_not_matter(int mentees, int mentors, int capacity)
    {
        var builder = new MatchingProblemBuilder(mentees, mentors);
        for (var mentor = 0; mentor < mentors; mentor++)
        {
            builder.SetMentor(mentor, capacity);
            for (var mentee = 0; mentee < mentees; mentee++) builder.AddPair(mentee, mentor, 10);
        }
        var problem = builder.Build();
        var pairs = PairsByKey(Proved.Solve(problem, 7));
        Assert.Equal(Math.Min(mentees, mentors * capacity), pairs.Count);
        Assert.True(pairs.SetEquals(PairsByKey(Proved.Solve(RandomProblems.Shuffled(problem, new Random(3)), 7))));
    }

    [Fact]
    public void The_lot_keeps_every_aim()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var problem = RandomProblems.Small(seed, mostMentees: 10, mostMentors: 7);
            var before = BruteForce.Aims(problem, MatchingSolver.Solve(problem).MentorOf.AsSpan());
            var after = BruteForce.Aims(problem, Proved.Solve(problem, (ulong)seed, $"seed {seed}").MentorOf.AsSpan());
            Assert.True(before.AsSpan().SequenceEqual(after), $"seed {seed}");
        }
    }

    [Fact]
    public void Another_seed_gives_other_people_their_chance()
    {
        var builder = new MatchingProblemBuilder(20, 1).SetMentor(0, 1);
        for (var mentee = 0; mentee < 20; mentee++) builder.AddPair(mentee, 0, 5);
        var problem = builder.Build();
        var chosen = Enumerable.Range(0, 400).Select(seed => Proved.Solve(problem, (ulong)seed).MentorOf.IndexOf(0)).ToList();
        Assert.Equal(20, chosen.Distinct().Count());
        Assert.All(chosen.GroupBy(mentee => mentee), times => Assert.InRange(times.Count(), 5, 45));
    }

    [Fact]
    [Trait("Requirement", "B9")]
    public void The_same_input_gives_the_same_pairs_and_prices()
    {
        var problem = RandomProblems.Sparse(5, 400, 150, 10, 4, 3);
        var (first, second) = (MatchingSolver.Solve(problem, 9), MatchingSolver.Solve(problem, 9));
        Assert.Equal(first.MentorOf.ToArray(), second.MentorOf.ToArray());
        Assert.Equal(first.MenteePrices.ToArray(), second.MenteePrices.ToArray());
        Assert.Equal(first.MentorPrices.ToArray(), second.MentorPrices.ToArray());
    }

    private static HashSet<(ulong Mentee, ulong Mentor)> PairsByKey(MatchingSolution solution)
        => [.. solution.MatchedPairs().Zip(Enumerable.Range(0, solution.MentorOf.Length).Where(mentee => solution.MentorOf[mentee] >= 0),
            (pair, mentee) => (solution.Problem.MenteeKeys[mentee], solution.Problem.MentorKeys[solution.Problem.PairMentors[pair]]))];
}
