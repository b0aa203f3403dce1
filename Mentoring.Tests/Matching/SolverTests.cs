using System.Buffers;
using System.Runtime.InteropServices;
using Mentoring.Core.Matching;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Tests.Matching;

public sealed class SolverTests
{
    [Fact]
    [Trait("Requirement", "B1")]
    public void No_other_matching_is_better_in_the_order_of_aims()
    {
        for (var seed = 0; seed < 6000; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var solution = Proved.Solve(problem, $"seed {seed}");
            var aims = BruteForce.Aims(problem, solution.MentorOf.AsSpan());
            var best = BruteForce.BestAims(problem)!;
            Assert.True(aims.AsSpan().SequenceEqual(best), $"seed {seed}: found {string.Join(' ', aims)}, best {string.Join(' ', best)}");
            Assert.Equal(aims[..3].Sum(), solution.Cardinality);
            Assert.Equal(aims[3], solution.TotalScore);
            Assert.Equal(aims[4], solution.CrossInstitutionCount);
        }
    }

    [Fact]
    public void A_mentee_whom_greed_would_lose_is_matched()
    {
        var problem = new MatchingProblemBuilder(2, 2).SetMentor(0, 1).SetMentor(1, 1)
            .AddPair(0, 0, 100).AddPair(0, 1, 1).AddPair(1, 0, 99).Build();
        Assert.Equal([1, 0], Proved.Solve(problem).MentorOf.ToArray());
    }

    [Fact]
    public void Who_waited_longer_goes_before_a_higher_score()
    {
        var problem = new MatchingProblemBuilder(2, 1).SetMentee(0, 2).SetMentee(1, 1).SetMentor(0, 1)
            .AddPair(0, 0, 1000).AddPair(1, 0, 0).Build();
        Assert.Equal([-1, 0], Proved.Solve(problem).MentorOf.ToArray());
    }

    [Fact]
    public void Serving_more_people_goes_before_serving_who_waited_longer_better()
    {
        var problem = new MatchingProblemBuilder(2, 2).SetMentee(0, 1).SetMentee(1, 2).SetMentor(0, 1).SetMentor(1, 1)
            .AddPair(0, 0, 1000).AddPair(0, 1, 0).AddPair(1, 0, 5).Build();
        Assert.Equal([1, 0], Proved.Solve(problem).MentorOf.ToArray());
    }

    [Fact]
    public void Another_institution_decides_only_between_equal_scores()
    {
        var equal = new MatchingProblemBuilder(1, 2).SetMentor(0, 1).SetMentor(1, 1).AddPair(0, 0, 7).AddPair(0, 1, 7, true).Build();
        Assert.Equal([1], Proved.Solve(equal).MentorOf.ToArray());
        var higher = new MatchingProblemBuilder(1, 2).SetMentor(0, 1).SetMentor(1, 1).AddPair(0, 0, 8).AddPair(0, 1, 7, true).Build();
        Assert.Equal([0], Proved.Solve(higher).MentorOf.ToArray());
    }

    [Theory]
    [InlineData(2000, 800, 100, 3)]
    [InlineData(2000, 1500, 100, 3)]
    [InlineData(2000, 1000, 5, 3)]
    [InlineData(3000, 3000, 1_000_000, 1)]
    [Trait("Requirement", "B1")]
    public void Middling_random_problems_are_solved_with_proof(int mentees, int mentors, int highestScore, int highestCapacity)
        => Proved.Solve(RandomProblems.Sparse(1, mentees, mentors, 20, highestScore, highestCapacity, classes: 3));

    [Theory]
    [InlineData(900, 300, 60, 9)]
    [InlineData(400, 700, 40, 1000)]
    [InlineData(500, 500, 90, 3)]
    public void What_an_earlier_matching_left_in_memory_changes_nothing(int mentees, int mentors, int pairsEach, int highestScore)
    {
        var problem = RandomProblems.Sparse(3, mentees, mentors, pairsEach, highestScore, 2);
        FillPools(0);
        var expected = Proved.Solve(problem);
        FillPools(0x7F);
        var found = Proved.Solve(problem);
        Assert.Equal(expected.MentorOf.AsSpan(), found.MentorOf.AsSpan());
        Assert.Equal(expected.MentorPrices.AsSpan(), found.MentorPrices.AsSpan());
        // Nothing of it is lent to anybody else.
        FillPools(1);
        Assert.Equal(expected.MentorOf.AsSpan(), found.MentorOf.AsSpan());
        Assert.True(CertificateChecker.Check(problem, found.ToCertificate()).Holds);
    }

    private static void FillPools(byte with)
    {
        FillPool<int>(with);
        FillPool<long>(with);
        FillPool<uint>(with);
        FillPool<ulong>(with);
        FillPool<bool>(with);
        FillPool<ColumnState>(with);
        FillPool<ColumnPath>(with);
        FillPool<RowPath>(with);
    }

    private static void FillPool<T>(byte with)
        where T : unmanaged
    {
        for (var length = 16; length <= 1 << 18; length *= 2)
        {
            var arrays = Enumerable.Range(0, 8).Select(_ => ArrayPool<T>.Shared.Rent(length)).ToList();
            foreach (var array in arrays) MemoryMarshal.AsBytes(array.AsSpan()).Fill(with);
            foreach (var array in arrays) ArrayPool<T>.Shared.Return(array);
        }
    }
}
