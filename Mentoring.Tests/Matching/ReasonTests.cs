using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

public sealed class ReasonTests
{
    [Fact]
    [Trait("Requirement", "B2")]
    public void One_more_place_would_match_exactly_those_who_are_told_so()
    {
        var (told, lots) = (0, 0);
        for (var seed = 0; seed < 3000; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var solution = Proved.Solve(problem, 1);
            var reasons = new UnmatchedReasons(solution);
            for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
            {
                if (solution.MentorOf[mentee] >= 0) continue;
                var about = $"seed {seed}, mentee {mentee}";
                if (problem.MentorsOf(mentee).IsEmpty)
                {
                    Assert.IsType<UnmatchedReason.NoEligibleMentor>(reasons.Of(mentee));
                    continue;
                }
                var reason = Assert.IsType<UnmatchedReason.AllPlacesTaken>(reasons.Of(mentee));
                Assert.Equal(problem.MentorsOf(mentee).ToArray(), reason.EligibleMentors.ToArray());
                Assert.True(reason.DrawnByLot == IsMatchedInSomeBest(problem, mentee), about);
                var wouldMatch = Enumerable.Range(0, problem.MentorCount)
                    .Where(mentor => IsMatchedInSomeBest(WithOneMorePlace(problem, mentor), mentee)).ToHashSet();
                Assert.True(reason.DrawnByLot ? wouldMatch.Count == problem.MentorCount : wouldMatch.SetEquals(reason.OneMorePlaceWith), about);
                told += reason.OneMorePlaceWith.Length;
                lots += reason.DrawnByLot ? 1 : 0;
            }
        }
        Assert.True(told > 1000 && lots > 100, $"{told} told, {lots} by lot");
    }

    [Fact]
    [Trait("Requirement", "B2")]
    public void A_place_is_for_nobody_else_exactly_where_every_best_matching_with_it_has_the_mentee()
    {
        var (certain, shared) = (0, 0);
        for (var seed = 0; seed < 2000; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var solution = Proved.Solve(problem, 1);
            var reasons = new UnmatchedReasons(solution);
            for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
            {
                if (solution.MentorOf[mentee] >= 0) continue;
                var told = reasons.PlacesForNobodyElse(mentee).ToList();
                for (var mentor = 0; mentor < problem.MentorCount; mentor++)
                {
                    var wider = WithOneMorePlace(problem, mentor);
                    var without = BruteForce.BestAims(wider, mentorOf => mentorOf[mentee] < 0)!;
                    Assert.True(told.Contains(mentor) == !without.AsSpan().SequenceEqual(BruteForce.BestAims(wider)), $"seed {seed}, mentee {mentee}, mentor {mentor}");
                }
                var (eligible, others) = reasons.PlacesByLot(mentee);
                certain += told.Count;
                shared += eligible.Length + others - told.Count;
            }
        }
        Assert.True(certain > 500 && shared > 50, $"{certain} for them alone, {shared} shared");
    }

    [Fact]
    public void Chains_of_any_length_are_followed()
    {
        const int Mentors = 20_000;
        var builder = new MatchingProblemBuilder(Mentors + 1, Mentors);
        for (var mentor = 0; mentor < Mentors; mentor++) builder.SetMentor(mentor, 1).AddPair(mentor, mentor, 7).AddPair(mentor + 1, mentor, 7);
        var solution = Proved.Solve(builder.Build(), 1);
        var reason = Assert.IsType<UnmatchedReason.AllPlacesTaken>(new UnmatchedReasons(solution).Of(solution.MentorOf.IndexOf(-1)));

        Assert.Equal(Mentors, reason.OneMorePlaceWith.Length);
        Assert.True(reason.DrawnByLot);
    }

    [Fact]
    public void The_value_of_a_place_is_what_one_more_would_add()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var values = PlaceValues.Of(Proved.Solve(problem));
            for (var mentor = 0; mentor < problem.MentorCount; mentor++)
            {
                var (before, after) = (BruteForce.BestAims(problem)!, BruteForce.BestAims(WithOneMorePlace(problem, mentor))!);
                var (weights, scale) = (values.Objective.ClassWeights, values.Objective.ScoreScale);
                var gain = Enumerable.Range(0, weights.Length).Sum(index => (after[index] - before[index]) * weights[index])
                    + ((after[3] - before[3]) * scale) + (scale > 1 ? after[4] - before[4] : 0);
                Assert.True(gain == values.OfMentors[mentor], $"seed {seed}, mentor {mentor}: {gain}, said {values.OfMentors[mentor]}");
                Assert.True(values.WouldMatchOneMore(mentor) == after[..3].Sum() > before[..3].Sum(), $"seed {seed}, mentor {mentor}");
            }
        }
    }

    [Fact]
    public void A_witness_shows_that_the_unmatched_could_not_all_be_matched()
    {
        var witnesses = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var problem = RandomProblems.Small(seed, mostMentees: 9, mostMentors: 5);
            var solution = Proved.Solve(problem);
            var unmatched = problem.MenteeCount - solution.Cardinality;
            var all = HallWitness.OfAll(solution);
            Assert.Equal(unmatched == 0, all is null);
            if (all is null) continue;
            Assert.True(all.Holds(problem), $"seed {seed}");
            Assert.Equal(unmatched, all.MustStayUnmatched);
            var mentee = solution.MentorOf.IndexOf(-1);
            var one = HallWitness.Of(solution, mentee);
            Assert.True(one.Holds(problem), $"seed {seed}");
            Assert.Contains(mentee, one.Mentees);
            Assert.Equal(1, one.MustStayUnmatched);
            Assert.False((one with { Mentees = one.Mentees.Remove(mentee) }).Holds(problem), $"seed {seed}");
            witnesses++;
        }
        Assert.True(witnesses > 500, $"{witnesses} witnesses");
    }

    [Fact]
    public void A_witness_says_in_words_who_goes_short_of_what()
    {
        Assert.Equal("3 mentees can have only 2 mentors between them, with 2 places: whoever is matched, 1 of them stays without a mentor.", Words(mentees: 3, 1, 1));
        Assert.Equal("4 mentees can have only 1 mentor between them, with 2 places: whoever is matched, 2 of them stay without a mentor.", Words(mentees: 4, 2));
        Assert.Equal("1 mentee has nobody with a place whom they could have, and stays without a mentor in every matching.", Words(mentees: 1, 0));
        Assert.Equal("2 mentees have nobody with a place whom they could have, and stay without a mentor in every matching.", Words(mentees: 2));
        Assert.Null(Words(mentees: 2, 1, 1));
    }

    /// <summary>All may have all.</summary>
    private static string? Words(int mentees, params int[] places)
    {
        var builder = new MatchingProblemBuilder(mentees, places.Length);
        for (var mentor = 0; mentor < places.Length; mentor++)
        {
            builder.SetMentor(mentor, places[mentor]);
            for (var mentee = 0; mentee < mentees; mentee++) builder.AddPair(mentee, mentor, 1);
        }
        return HallWitness.OfAll(Proved.Solve(builder.Build()))?.Words;
    }

    [Fact]
    public void After_declines_what_is_left_is_solved_on_its_own()
    {
        // The mentor's one place is free again; everyone else keeps their offers and is left out.
        var builder = new MatchingProblemBuilder(2000, 1).SetMentor(0, 1);
        for (var mentee = 0; mentee < 2000; mentee++) builder.SetMentee(mentee, 1 + (mentee % 3 == 0 ? 0 : 1)).AddPair(mentee, 0, mentee % 100);
        var solution = Proved.Solve(builder.Build(), 3);
        var chosen = solution.MentorOf.IndexOf(0);
        Assert.Equal((1, 99L), (solution.Cardinality, solution.TotalScore));
        Assert.Equal((1, 99), (solution.Problem.Classes[chosen], chosen % 100));
    }

    private static bool IsMatchedInSomeBest(MatchingProblem problem, int mentee)
    {
        var forced = BruteForce.BestAims(problem, mentorOf => mentorOf[mentee] >= 0);
        return forced is not null && forced.AsSpan().SequenceEqual(BruteForce.BestAims(problem));
    }

    private static MatchingProblem WithOneMorePlace(MatchingProblem problem, int mentor)
    {
        var builder = new MatchingProblemBuilder(problem.MenteeCount, problem.MentorCount);
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++) builder.SetMentee(mentee, problem.Classes[mentee]);
        for (var other = 0; other < problem.MentorCount; other++)
            builder.SetMentor(other, problem.Capacities[other] + (other == mentor ? 1 : 0));
        foreach (var pair in problem.Pairs()) builder.AddPair(pair);
        return builder.Build();
    }
}
