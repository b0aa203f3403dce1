using System.Numerics;
using Mentoring.Core.Matching;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Tests.Matching;

public sealed class SearchTests
{
    [Theory]
    [InlineData(4000, 1500, 80, 1000)]
    [InlineData(1500, 3000, 60, 1000)]
    [InlineData(2000, 1000, 200, 3)]
    public void The_search_loop_allocates_nothing(int mentees, int mentors, int pairsEach, int highestScore)
        => SearchWithoutAllocating(RandomProblems.Sparse(7, mentees, mentors, pairsEach, highestScore, 2));

    [Fact]
    public void Nor_does_it_where_mentors_need_more_than_their_heaviest_pairs()
        // More than are made whole one by one.
        => Assert.InRange(SearchWithoutAllocating(WithFewHeavyPairs(7, 2000, 200, 4)), 9, 200);

    [Fact]
    [Trait("Requirement", "B1")]
    public void Problems_in_which_mentors_need_more_than_their_heaviest_pairs_are_solved_exactly()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (mentors, mostPlaces) = (10 + (seed % 30), 1 + (seed % 5));
            Proved.Solve(WithFewHeavyPairs(seed, (mentors * mostPlaces) + (30 * (seed % 7)), mentors, mostPlaces), $"seed {seed}");
        }
    }

    /// <summary>Every second mentor suits one mentee in a hundred, and nobody else much.</summary>
    private static MatchingProblem WithFewHeavyPairs(int seed, int mentees, int mentors, int mostPlaces)
    {
        var random = new Random(seed);
        var builder = new MatchingProblemBuilder(mentees, mentors);
        for (var mentor = 0; mentor < mentors; mentor++) builder.SetMentor(mentor, random.Next(1, mostPlaces + 1));
        for (var mentee = 0; mentee < mentees; mentee++)
            for (var mentor = 0; mentor < mentors; mentor++)
                builder.AddPair(mentee, mentor, mentor % 2 == 0 || random.Next(100) == 0 ? random.Next(100) : random.Next(3), seed % 3 == 0 && random.Next(2) == 0);
        return builder.Build();
    }

    /// <summary>Without bidding before, so that every place takes a search.</summary>
    /// <returns>How many rows were given more pairs meanwhile.</returns>
    private static int SearchWithoutAllocating(MatchingProblem problem)
    {
        var (sides, scale) = (Sides.Of(problem.Table), problem.Objective.Scale);
        var state = new PricedRows<uint, NarrowKeys>(
            OneSide.Rows<uint, NarrowKeys, ObjectiveDepths>(sides, problem.Objective.Depths, new NarrowKeys(scale, sides.ColumnBits)));
        var search = new ShortestPathSearch<uint, NarrowKeys>(state);
        int[] starts = [.. Enumerable.Range(0, sides.RowCount).Select(state.Rows.Start)];

        var before = GC.GetAllocatedBytesForCurrentThread();
        var searches = 0;
        for (var row = 0; row < sides.RowCount; row++)
            for (; state.OpenPlaces[row] > 0 && state.RowPrices[row] > 0; searches++) search.Settle(row);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(searches >= Math.Min(problem.MenteeCount, problem.MentorCount), $"{searches} searches");
        Prove(problem, state, "seed 7");
        return Enumerable.Range(0, sides.RowCount).Count(row => state.Rows.Start(row) != starts[row]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Waves_settle_small_problems_exactly(bool rowsAreMentors)
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var problem = RandomProblems.Small(seed, 12, 8);
            var (sides, scale) = (rowsAreMentors ? Sides.OfMentors(problem.Table) : Sides.OfMentees(problem.Table), problem.Objective.Scale);
            var state = new PricedRows<ulong, WideKeys>(
                OneSide.Rows<ulong, WideKeys, ObjectiveDepths>(sides, problem.Objective.Depths, new WideKeys(scale, sides.ColumnBits)));
            var waves = new Waves<ulong, WideKeys>(state, new ShortestPathSearch<ulong, WideKeys>(state));
            int[] Open() => [.. Enumerable.Range(0, sides.RowCount).Where(row => state.OpenPlaces[row] > 0 && state.RowPrices[row] > 0)];
            for (var open = Open(); open.Length > 0; open = Open()) waves.Run(open);
            Prove(problem, state, $"seed {seed}");
        }
    }

    private static void Prove<TKey, TKeys>(MatchingProblem problem, PricedRows<TKey, TKeys> state, string which)
        where TKey : unmanaged, IBinaryInteger<TKey>
        where TKeys : struct, IPairKeys<TKey>
    {
        var matching = PricedMatching.Of(state);
        matching.PriceMentorsWithoutPlaces(problem.Table, problem.Objective.Scale, problem.Objective.Depths);
        var solution = new MatchingSolution(problem, [.. matching.MentorOf], [.. matching.MenteePrices], [.. matching.MentorPrices]);
        var verdict = CertificateChecker.Check(problem, solution.ToCertificate());
        Assert.True(verdict.Holds, $"{which} {verdict.Violated}: {verdict.Words}");
    }

    [Fact]
    [Trait("Requirement", "B1")]
    public void Dense_problems_that_go_through_everybody_are_solved_exactly_by_arrays()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var size = random.Next(2, 90);
            var builder = new MatchingProblemBuilder(size, size);
            var highest = new[] { 1, 5, 1000, 1_000_000, 500_000_000 }[seed % 5];
            for (var mentor = 0; mentor < size; mentor++)
            {
                builder.SetMentor(mentor, 1);
                for (var mentee = 0; mentee < size; mentee++)
                    builder.AddPair(mentee, mentor, seed % 3 == 0 ? (long)mentee * mentor : random.Next(highest + 1), seed % 7 == 0 && random.Next(2) == 0);
            }
            for (var mentee = 0; mentee < size; mentee++) builder.SetMentee(mentee, seed % 2 == 0 ? 1 : random.Next(1, 3));
            Proved.Solve(builder.Build(), $"seed {seed}");
        }
    }

    [Fact]
    public void Weights_on_a_long_scale_are_numbered()
    {
        // 10,000 classes and scores to 1,000 million leave no room for a person's number beside them.
        var random = new Random(5);
        var builder = new MatchingProblemBuilder(300_000, 3);
        for (var mentor = 0; mentor < 3; mentor++) builder.SetMentor(mentor, 1);
        for (var mentee = 0; mentee < 300_000; mentee += 1000)
        {
            builder.SetMentee(mentee, random.Next(1, MatchingProblem.MaxClass + 1));
            for (var mentor = 0; mentor < 3; mentor++) builder.AddPair(mentee, mentor, random.Next(1_000_000_001), random.Next(2) == 0);
        }
        builder.SetMentee(1, MatchingProblem.MaxClass);
        Assert.Equal(3, Proved.Solve(builder.Build(), 1).Cardinality);
    }
}
