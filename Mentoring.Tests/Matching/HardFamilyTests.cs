using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

/// <summary>Shapes on which matching programs are known to fail: wrong answers, endless loops, or time that explodes.</summary>
public sealed class HardFamilyTests
{
    private const int ChainLength = 200_000;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    public void Empty_sides_match_nobody(int mentees, int mentors)
        => Assert.Equal(0, Proved.Solve(new MatchingProblemBuilder(mentees, mentors).Build(), 1).Cardinality);

    [Fact]
    public void Mentors_without_a_place_match_nobody()
    {
        var builder = new MatchingProblemBuilder(4, 3);
        for (var mentee = 0; mentee < 4; mentee++)
            for (var mentor = 0; mentor < 3; mentor++) builder.AddPair(mentee, mentor, mentee * mentor);
        Assert.Equal(0, Proved.Solve(builder.Build(), 1).Cardinality);
    }

    [Fact]
    public void People_without_pairs_stay_out_of_it()
    {
        var solution = Proved.Solve(new MatchingProblemBuilder(1000, 1000).SetMentor(500, 2).SetMentor(7, 9).AddPair(3, 500, 1).Build());
        Assert.Equal(1, solution.Cardinality);
        Assert.Equal(500, solution.MentorOf[3]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(77)]
    [InlineData(1_000_000_000)]
    public void Equal_scores_everywhere(long score)
    {
        var builder = new MatchingProblemBuilder(300, 250);
        for (var mentor = 0; mentor < 250; mentor++)
        {
            builder.SetMentor(mentor, 1);
            for (var mentee = 0; mentee < 300; mentee++) builder.AddPair(mentee, mentor, score);
        }
        var solution = Proved.Solve(builder.Build(), 5);
        Assert.Equal((250, 250 * score), (solution.Cardinality, solution.TotalScore));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_a_long_chain_everybody_moves_up_for_the_last(bool reversed)
    {
        int Place(int index) => reversed ? ChainLength - 1 - index : index;
        var builder = new MatchingProblemBuilder(ChainLength, ChainLength, 2 * ChainLength);
        for (var index = 0; index < ChainLength; index++)
        {
            builder.SetMentor(index, 1);
            if (index == ChainLength - 1) continue;
            builder.AddPair(Place(index), Place(index), 2);
            builder.AddPair(Place(index), Place(index + 1), 1);
        }
        builder.AddPair(Place(ChainLength - 1), Place(0), 2);

        var solution = Proved.Solve(builder.Build());
        Assert.Equal((ChainLength, ChainLength + 1L), (solution.Cardinality, solution.TotalScore));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_long_ladder_one_place_short(int highestScore)
    {
        var random = new Random(11);
        var builder = new MatchingProblemBuilder(ChainLength, ChainLength - 1);
        for (var mentee = 0; mentee < ChainLength; mentee++)
            for (var mentor = Math.Max(0, mentee - 1); mentor <= mentee && mentor < ChainLength - 1; mentor++)
                builder.SetMentor(mentor, 1).AddPair(mentee, mentor, random.Next(highestScore + 1));
        Assert.Equal(ChainLength - 1, Proved.Solve(builder.Build(), 3).Cardinality);
    }

    [Fact]
    public void A_ladder_whose_scores_double_at_each_rung()
    {
        var builder = new MatchingProblemBuilder(30, 30);
        for (var rung = 0; rung < 30; rung++)
            for (var mentor = Math.Max(0, rung - 1); mentor <= Math.Min(29, rung + 1); mentor++)
                builder.SetMentor(mentor, 1).AddPair(rung, mentor, 1L << Math.Min(29, rung + mentor - (rung / 2)));
        Assert.Equal(30, Proved.Solve(builder.Build(), 1).Cardinality);
    }

    [Theory]
    [InlineData(int.MaxValue, 50_000)]
    [InlineData(30_000, 40_000)]
    public void One_hub_that_everybody_may_have(int capacity, int matched)
    {
        var random = new Random(2);
        var builder = new MatchingProblemBuilder(50_000, 10_001).SetMentor(10_000, capacity);
        for (var mentor = 0; mentor < 10_000; mentor++) builder.SetMentor(mentor, 1);
        for (var mentee = 0; mentee < 50_000; mentee++)
            builder.AddPair(mentee, 10_000, random.Next(50)).AddPair(mentee, mentee % 10_000, random.Next(50));
        Assert.Equal(matched, Proved.Solve(builder.Build()).Cardinality);
    }

    [Fact]
    public void Thousands_of_components_each_with_its_own_scarce_side()
    {
        const int Components = 5000;
        var random = new Random(4);
        var builder = new MatchingProblemBuilder(Components * 3, Components * 3);
        var expected = 0;
        for (var component = 0; component < Components; component++)
        {
            var (mentees, mentors) = (1 + (component % 3), 1 + (component / 3 % 3));
            expected += Math.Min(mentees, mentors);
            for (var mentor = 0; mentor < mentors; mentor++)
            {
                builder.SetMentor((component * 3) + mentor, 1);
                for (var mentee = 0; mentee < mentees; mentee++)
                    builder.AddPair((component * 3) + mentee, (component * 3) + mentor, random.Next(10));
            }
        }
        Assert.Equal(expected, Proved.Solve(builder.Build(), 8).Cardinality);
    }

    [Fact]
    public void Scores_to_a_thousand_million_for_two_hundred_thousand_people()
        => Proved.Solve(RandomProblems.Sparse(6, 120_000, 80_000, 4, 1_000_000_000, 1));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 4)]
    public void A_hundred_thousand_people_among_many_ties(int highestScore, int highestCapacity)
        => Proved.Solve(RandomProblems.Sparse(3, 60_000, highestCapacity == 1 ? 40_000 : 20_000, 12, highestScore, highestCapacity), 2);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000_000)]
    public void A_ring_of_two_hundred_thousand(int highestScore)
    {
        var random = new Random(13);
        var builder = new MatchingProblemBuilder(ChainLength, ChainLength, 2 * ChainLength);
        for (var mentee = 0; mentee < ChainLength; mentee++)
            builder.SetMentor(mentee, 1)
                .AddPair(mentee, mentee, random.Next(highestScore)).AddPair(mentee, (mentee + 1) % ChainLength, random.Next(highestScore));
        Assert.Equal(ChainLength, Proved.Solve(builder.Build(), 9).Cardinality);
    }

    [Fact]
    public void Several_classes_among_ten_thousand()
        => Proved.Solve(RandomProblems.Sparse(4, 10_000, 4000, 30, 30, 3, classes: 10), 6);

    [Theory]
    [InlineData(100_000, 40_000, 12, 1, 7)]
    [InlineData(100_000, 40_000, 30, 3, 9)]
    [InlineData(120_000, 80_000, 4, 1, 5)]
    [InlineData(80_000, 100_000, 10, 1, 3)]
    public void Several_classes_among_a_hundred_thousand(int mentees, int mentors, int pairsEach, int highestCapacity, int classes)
    {
        var solution = Proved.Solve(RandomProblems.Sparse(3, mentees, mentors, pairsEach, 30, highestCapacity, classes));
        Assert.Null(ClassOrder.FirstBreach(solution.Problem, solution.MentorOf.AsSpan()));
    }

    [Fact]
    public void As_many_places_as_mentees_and_three_scores()
        => Proved.Solve(RandomProblems.Sparse(3, 50_000, 50_000, 10, 2, 1));

    [Fact]
    public void Several_classes_with_scores_to_a_thousand_million()
        => Proved.Solve(RandomProblems.Sparse(4, 12_000, 8000, 4, 1_000_000_000, 1, classes: 5), 6);

    [Fact]
    public void Greed_would_lose_every_second_mentee()
    {
        const int Pairs = 50_000;
        var builder = new MatchingProblemBuilder(2 * Pairs, 2 * Pairs);
        for (var pair = 0; pair < 2 * Pairs; pair += 2)
            builder.SetMentor(pair, 1).SetMentor(pair + 1, 1).AddPair(pair, pair, 100).AddPair(pair, pair + 1, 1).AddPair(pair + 1, pair, 99);
        var solution = Proved.Solve(builder.Build(), 1);
        Assert.Equal((2 * Pairs, 100L * Pairs), (solution.Cardinality, solution.TotalScore));
    }

    /// <summary>Score i·j makes every search go through everybody (R. E. Machol and M. Wien, "A hard assignment problem", 1976).</summary>
    [Fact]
    public void Machol_and_Wiens_hard_problem()
    {
        const int Size = 1000;
        var builder = new MatchingProblemBuilder(Size, Size);
        for (var mentor = 0; mentor < Size; mentor++)
        {
            builder.SetMentor(mentor, 1);
            for (var mentee = 0; mentee < Size; mentee++) builder.AddPair(mentee, mentor, (Size * Size) - ((mentee + 1) * (mentor + 1)));
        }
        var least = Enumerable.Range(1, Size).Sum(number => (long)number * (Size + 1 - number));
        Assert.Equal(((long)Size * Size * Size) - least, Proved.Solve(builder.Build(), 1).TotalScore);
    }
}
