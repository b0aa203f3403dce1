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
    public void A_key_depends_on_the_id_alone()
    {
        Assert.Equal(0xBA7816BF8F01CFEAUL, StableKey.Of("abc"));
        Assert.NotEqual(StableKey.Of("abc"), StableKey.Of("abd"));
    }
}
