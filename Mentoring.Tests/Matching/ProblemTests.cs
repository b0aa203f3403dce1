using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

public sealed class ProblemTests
{
    [Fact]
    public void Pairs_in_any_order_give_the_identical_problem()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = RandomProblems.Small(seed, 12, 12);
            var pairs = problem.Pairs().ToArray();
            new Random(seed).Shuffle(pairs);
            var builder = new MatchingProblemBuilder(problem.MenteeCount, problem.MentorCount);
            foreach (var pair in pairs) builder.AddPair(pair);
            Assert.Equal(problem.Pairs(), builder.Build().Pairs());
        }
    }

    [Fact]
    public void Every_fault_is_named_with_its_place()
    {
        var builder = new MatchingProblemBuilder(2, 2)
            .SetMentor(1, -1).SetMentor(2, 1).SetMentee(0, 0).SetMentee(1, 10_001)
            .AddPair(0, 0, 1).AddPair(0, 1, -1).AddPair(1, 1, 1_000_000_001).AddPair(2, 0, 1).AddPair(0, -1, 1);
        var faults = Assert.Throws<MatchingFaultException>(builder.Build).Faults;
        Assert.Equal(
            [
                (MatchingPart.Mentee, 0), (MatchingPart.Mentee, 1), (MatchingPart.Mentor, 1), (MatchingPart.Mentor, 2),
                (MatchingPart.Pair, 1), (MatchingPart.Pair, 2), (MatchingPart.Pair, 3), (MatchingPart.Pair, 4),
            ],
            faults.Select(fault => (fault.Part, fault.Index)));
        Assert.Contains("allowed are 0 to 1000000000", faults[5].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_added_a_mentee_at_a_time_give_the_identical_problem()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = RandomProblems.Small(seed, 12, 12);
            var random = new Random(seed);
            var rows = problem.Pairs().GroupBy(pair => pair.Mentee).Select(row => row.ToArray()).ToArray();
            random.Shuffle(rows);
            var builder = new MatchingProblemBuilder(problem.MenteeCount, problem.MentorCount);
            foreach (var row in rows)
            {
                random.Shuffle(row);
                if (random.Next(4) == 0) foreach (var pair in row) builder.AddPair(pair);
                else AddRow(builder, row[0].Mentee, [.. row.Select(pair => pair.Mentor)], [.. row.Select(pair => (int)pair.Score)], [.. row.Select(pair => pair.CrossInstitution)]);
            }
            Assert.Equal(problem.Pairs(), builder.Build().Pairs());
        }
    }

    [Fact]
    public void Every_fault_of_a_mentees_pairs_is_named_with_its_place()
    {
        var builder = new MatchingProblemBuilder(2, 3);
        AddRow(builder, 0, [2, 0], [5, 5], [true, true]);
        AddRow(builder, 1, [0, 3, 2], [-1, 1, 1_000_000_001], [false, false, false]);
        AddRow(builder, 2, [0], [1], [false]);
        var faults = Assert.Throws<MatchingFaultException>(builder.Build).Faults;
        Assert.Equal([2, 3, 4, 5], faults.Select(fault => fault.Index));
        Assert.All(faults, fault => Assert.Equal(MatchingPart.Pair, fault.Part));

        Assert.Throws<ArgumentException>(() => AddRow(new MatchingProblemBuilder(1, 1), 0, [0], [], [true]));
        var twice = new MatchingProblemBuilder(1, 2);
        AddRow(twice, 0, [1, 0, 1], [1, 1, 1], [false, false, false]);
        Assert.Equal(2, Assert.Single(Assert.Throws<MatchingFaultException>(twice.Build).Faults).Index);
    }

    private static void AddRow(MatchingProblemBuilder builder, int mentee, int[] mentors, int[] scores, bool[] crossings) => builder.AddPairs(mentee, mentors, scores, crossings);

    [Fact]
    public void A_pair_listed_twice_is_refused_at_its_second_place()
    {
        var builder = new MatchingProblemBuilder(2, 2).AddPair(1, 1, 3).AddPair(0, 0, 3).AddPair(1, 1, 3);
        var fault = Assert.Single(Assert.Throws<MatchingFaultException>(builder.Build).Faults);
        Assert.Equal((MatchingPart.Pair, 2), (fault.Part, fault.Index));
    }

    [Fact]
    public void Two_people_with_one_key_are_refused()
    {
        var builder = new MatchingProblemBuilder(3, 1).SetMentee(0, 1, 9).SetMentee(2, 1, 9);
        var fault = Assert.Single(Assert.Throws<MatchingFaultException>(builder.Build).Faults);
        Assert.Equal((MatchingPart.Mentee, 2), (fault.Part, fault.Index));
    }

    [Fact]
    public void Sums_that_would_overflow_are_refused()
    {
        var builder = new MatchingProblemBuilder(200_000, 1).SetMentor(0, int.MaxValue);
        for (var mentee = 0; mentee < 200_000; mentee++) builder.AddPair(mentee, 0, 1_000_000_000, mentee % 2 == 0);
        var fault = Assert.Single(Assert.Throws<MatchingFaultException>(builder.Build).Faults);
        Assert.Equal(MatchingPart.Problem, fault.Part);
        Assert.Contains("overflow", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_pair_that_weighs_as_much_as_asked_is_deeper_than_the_scale_says()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = RandomProblems.Small(seed, 12, 12);
            var (scale, depths, random) = (problem.Objective.Scale, problem.Objective.Depths, new Random(seed));
            for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
                for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
                {
                    var (weight, depth) = (problem.Objective.Of(mentee, pair), depths.DepthOf(depths.StartOf(mentee), pair));
                    Assert.True(depth <= scale.DeepestOf(weight), $"seed {seed}: a pair of weight {weight} would be left out");
                    Assert.True(depth <= scale.DeepestOf(random.NextInt64(weight + 1)), $"seed {seed}: a pair heavier than asked would be left out");
                }
        }
    }

    [Fact]
    public void A_key_depends_on_the_id_alone()
    {
        Assert.Equal(0xBA7816BF8F01CFEAUL, StableKey.Of("abc"));
        Assert.NotEqual(StableKey.Of("abc"), StableKey.Of("abd"));
    }
}
