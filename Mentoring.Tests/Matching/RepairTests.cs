using Mentoring.Core.Matching;
using Mentoring.Core.Matching.Repairing;

namespace Mentoring.Tests.Matching;

[Trait("Requirement", "B1")]
public sealed class RepairTests
{
    [Fact]
    public void After_every_change_the_matching_is_as_good_as_solved_anew_and_the_prices_prove_it()
    {
        for (var seed = 0; seed < 2500; seed++)
        {
            var random = new Random(seed);
            var repair = new MatchingRepair(Proved.Solve(RandomProblems.Small(seed, 7, 6), 1));
            for (var step = 0; step < 8; step++)
            {
                var what = Change(repair, random);
                var about = $"seed {seed}, step {step}: {what}";
                Assert.True(PricesProve(repair.State) is null, $"{about}: {PricesProve(repair.State)}");
                var solution = repair.ToSolution();
                var verdict = CertificateChecker.Check(solution.Problem, solution.ToCertificate());
                Assert.True(verdict.Holds, $"{about}: {verdict.Words}");
            }
        }
    }

    [Fact]
    public void Live_offers_stay_as_they_are_and_a_declined_one_frees_both()
    {
        var problem = new MatchingProblemBuilder(3, 2).SetMentor(0, 1).SetMentor(1, 1)
            .AddPair(0, 0, 9).AddPair(1, 0, 5).AddPair(1, 1, 1).AddPair(2, 1, 7).Build();
        var repair = new MatchingRepair(Proved.Solve(problem));
        repair.Offer(0);
        repair.Offer(2);
        repair.AddMentee(1, [new EligiblePair(0, 0, 1000), new EligiblePair(0, 1, 1000)]);
        Assert.Equal([-1, -1, -1, -1], Enumerable.Range(0, 4).Select(repair.MentorOf));

        repair.Decline(0, 0);
        Assert.Equal([-1, -1, -1, 0], Enumerable.Range(0, 4).Select(repair.MentorOf));
        repair.Withdraw(2);
        // The newcomer is worth as much to either mentor, so they make way for who is worth more to the first.
        Assert.Equal([-1, 0, -1, 1], Enumerable.Range(0, 4).Select(repair.MentorOf));
    }

    [Fact]
    public void Who_is_free_again_after_an_offer_counts_no_more_than_their_class_and_score_whoever_came_meanwhile()
    {
        var problem = new MatchingProblemBuilder(2, 2).SetMentor(0, 1).SetMentor(1, 1).SetMentee(0, 2)
            .AddPair(0, 0, 2_000_000).AddPair(0, 1, 1_000_000).AddPair(1, 1, 0).Build();
        var repair = new MatchingRepair(Proved.Solve(problem));
        repair.Offer(0);
        // A class nobody had before: weights are found anew, while the high scores of who has the offer are out of sight.
        repair.AddMentee(5, []);
        repair.Decline(0, 0);
        Assert.Equal([-1, 1, -1], Enumerable.Range(0, 3).Select(repair.MentorOf));
    }

    [Fact]
    public void Faulty_changes_are_refused_and_change_nothing()
    {
        var repair = new MatchingRepair(Proved.Solve(RandomProblems.Sparse(1, 20, 10, 3, 9, 2)));
        var before = repair.ToSolution().MentorOf;
        Assert.Throws<ArgumentOutOfRangeException>(() => repair.Withdraw(20));
        Assert.Throws<ArgumentOutOfRangeException>(() => repair.ChangeCapacity(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => repair.AddMentee(0, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => repair.Decline(0, 10));
        Assert.Throws<ArgumentException>(() => repair.Decline(0, Enumerable.Range(0, 10).First(mentor => repair.State.MenteePairs.Of(0).ToArray().All(entry => entry.Other != mentor))));
        Assert.Throws<MatchingFaultException>(() => repair.AddMentee(1, [new EligiblePair(0, 10, 1)]));
        Assert.Throws<MatchingFaultException>(() => repair.AddMentor(1, [new EligiblePair(3, 0, 1), new EligiblePair(3, 0, 2)]));
        Assert.Throws<MatchingFaultException>(() => repair.AddMentor(1, [new EligiblePair(3, 0, -1)]));
        Assert.Equal((20, 10), (repair.MenteeCount, repair.MentorCount));
        Assert.Equal(before.ToArray(), repair.ToSolution().MentorOf.ToArray());
    }

    [Fact]
    public void A_decline_allocates_nothing()
    {
        var solution = Proved.Solve(RandomProblems.Sparse(2, 3000, 1000, 20, 30, 3));
        static void DeclineAll(MatchingRepair repair)
        {
            for (var mentee = 0; mentee < 500; mentee++)
                if (repair.MentorOf(mentee) is >= 0 and var mentor) repair.Decline(mentee, mentor);
        }

        // The runtime allocates when code runs for the first time, so another repair goes through the same before.
        DeclineAll(new MatchingRepair(solution));
        var repair = new MatchingRepair(solution);
        var before = GC.GetAllocatedBytesForCurrentThread();
        DeclineAll(repair);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Null(PricesProve(repair.State));
    }

    private static string Change(MatchingRepair repair, Random random)
    {
        var mentee = repair.MenteeCount == 0 ? -1 : random.Next(repair.MenteeCount);
        var mentor = repair.MentorCount == 0 ? -1 : random.Next(repair.MentorCount);
        switch (random.Next(7))
        {
            case 0 or 1 when mentee >= 0 && repair.State.MenteePairs.Of(mentee) is { IsEmpty: false } pairs:
                var declined = repair.MentorOf(mentee) >= 0 ? repair.MentorOf(mentee) : pairs[0].Other;
                repair.Decline(mentee, declined);
                return $"{mentee} declines {declined}";
            case 2 when mentee >= 0:
                repair.Withdraw(mentee);
                return $"{mentee} withdraws";
            case 3 when mentor >= 0:
                var capacity = random.Next(4);
                repair.ChangeCapacity(mentor, capacity);
                return $"{mentor} has {capacity} places";
            case 4 when mentee >= 0 && repair.MentorOf(mentee) >= 0:
                repair.Offer(mentee);
                return $"{mentee} has an offer";
            case 5:
                var mentees = Some(repair.MenteeCount, random).Select(other => new EligiblePair(other, 0, Score(random), random.Next(3) == 0)).ToList();
                return $"mentor {repair.AddMentor(random.Next(3), mentees)} comes";
            default:
                var mentors = Some(repair.MentorCount, random).Select(other => new EligiblePair(0, other, Score(random), random.Next(3) == 0)).ToList();
                return $"mentee {repair.AddMentee(random.Next(1, 4), mentors)} comes";
        }
    }

    private static long Score(Random random) => random.Next(20) == 0 ? random.Next(100_000) : random.Next(4);

    private static IEnumerable<int> Some(int count, Random random) => Enumerable.Range(0, count).Where(_ => random.Next(2) == 0);

    /// <returns>What the working prices fail to prove, or null.</returns>
    private static string? PricesProve(WorkingMatching state)
    {
        var held = new int[state.MentorPairs.Count];
        for (var mentee = 0; mentee < state.MenteePairs.Count; mentee++)
        {
            var mentor = state.Mentees[mentee].MentorOf;
            if (mentor == WorkingMatching.Outside) continue;
            if (state.Mentees[mentee].Price < 0) return $"mentee {mentee} under 0";
            if (mentor < 0 && state.Mentees[mentee].Price != 0) return $"mentee {mentee} waits at a price";
            if (mentor >= 0) held[mentor]++;
            var matched = mentor < 0;
            foreach (var entry in state.MenteePairs.Of(mentee))
            {
                var spare = state.Mentees[mentee].Price + state.MentorPrices[entry.Other] - state.WeightOf(mentee, entry);
                if (spare < 0) return $"{mentee} and {entry.Other} not covered";
                if (entry.Other != mentor) continue;
                if (spare != 0) return $"{mentee} and {mentor} not tight";
                matched = true;
            }
            if (!matched) return $"{mentee} and {mentor} not eligible";
        }
        for (var mentor = 0; mentor < held.Length; mentor++)
        {
            if (held[mentor] != state.Held[mentor] || held[mentor] > state.Capacities[mentor]) return $"mentor {mentor} holds {held[mentor]}";
            if (state.MentorPrices[mentor] < 0 || (state.MentorPrices[mentor] > 0 && held[mentor] < state.Capacities[mentor])) return $"mentor {mentor} has room at a price";
        }
        return null;
    }
}
