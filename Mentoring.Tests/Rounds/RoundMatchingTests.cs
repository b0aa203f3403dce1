using Mentoring.Core.Matching;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Rounds;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Rounds;

public sealed class RoundMatchingTests
{
    private static readonly Scheme Scheme = TestScheme.Small;
    private static readonly MatchingRules Rules = MatchingRules.Of(Scheme);

    [Fact]
    [Trait("Requirement", "B9")]
    public void The_order_in_which_people_are_found_changes_nothing()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var pool = PoolPeople.Random(seed);
            var dice = new Random(seed);
            var (mentees, mentors) = (pool.Mentees.ToArray(), pool.Mentors.ToArray());
            dice.Shuffle(mentees);
            dice.Shuffle(mentors);

            var (one, other) = (TextOf(pool), TextOf(Pool.Of(mentees, mentors)));
            Assert.True(one == other, $"seed {seed}");
        }
    }

    [Fact]
    [Trait("Requirement", "B1")]
    public void Every_result_carries_a_certificate_that_holds()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var pool = PoolPeople.Random(seed, mentees: 12, mentors: 6);
            var matching = new RoundMatching(Rules);
            var verdict = CertificateChecker.Check(matching.ProblemOf(pool), matching.Run(pool, "2024").Certificate);
            Assert.True(verdict.Holds, $"seed {seed}: {verdict.Words}");
        }
    }

    [Fact]
    public void A_certificate_of_another_matching_does_not_hold()
    {
        var pool = PoolPeople.Random(1);
        var matching = new RoundMatching(Rules);
        var certificate = matching.Run(pool, "2024").Certificate;
        var first = certificate.MentorOf.ToList().FindIndex(mentor => mentor >= 0);

        Assert.False(CertificateChecker.Check(matching.ProblemOf(pool), certificate with { MentorOf = certificate.MentorOf.SetItem(first, -1) }).Holds);
    }

    [Fact]
    [Trait("Requirement", "RM2")]
    public void What_is_sought_most_is_matched_with_whoever_offers_it()
    {
        var result = Run(
            [PoolPeople.Mentee("a", "wellbeing", "career-planning"), PoolPeople.Mentee("b", "career-planning", "wellbeing")],
            [PoolPeople.Mentor("m", 1, "career-planning"), PoolPeople.Mentor("n", 1, "wellbeing")]);

        Assert.Equal([("a", "n"), ("b", "m")], result.Matches.Select(match => (match.MenteeId, match.MentorId)));
    }

    [Fact]
    [Trait("Requirement", "RM7")]
    public void Every_match_says_why_and_its_reasons_add_up_to_its_score()
    {
        var reasons = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            foreach (var match in new RoundMatching(Rules).Run(PoolPeople.Random(seed), "2024").Matches)
            {
                Assert.True(match.Score == match.Reasons.Sum(reason => reason.Points), $"seed {seed}");
                Assert.Contains(match.Reasons, reason => reason.Code.StartsWith("area:", StringComparison.Ordinal));
                Assert.All(match.Reasons, reason => Assert.True(reason.Points > 0 && reason.Words.Length > 0));
                reasons += match.Reasons.Count;
            }
        }

        Assert.True(reasons > 100, $"{reasons} reasons");
    }

    [Fact]
    [Trait("Requirement", "RM3")]
    public void Of_two_mentors_alike_the_one_from_elsewhere_is_taken()
    {
        var mentee = PoolPeople.Mentee("a", "wellbeing");
        var result = Run([mentee], [PoolPeople.Mentor("m", 1, "wellbeing") with { Institution = mentee.Institution }, PoolPeople.Mentor("n", 1, "wellbeing")]);

        var match = Assert.Single(result.Matches);
        Assert.Equal("n", match.MentorId);
        Assert.True(match.CrossInstitution);
    }

    [Fact]
    [Trait("Requirement", "RM4")]
    public void Whoever_waited_longest_is_served_first_whatever_the_score()
    {
        var newcomer = PoolPeople.Mentee("a", "wellbeing", "career-planning");
        var patient = PoolPeople.Mentee("b", "relationships", "wellbeing") with { RoundsWaited = 2 };
        var result = Run([newcomer, patient], [PoolPeople.Mentor("m", 1, "wellbeing", "career-planning")]);

        Assert.Equal("b", Assert.Single(result.Matches).MenteeId);
        Assert.Equal(["a"], result.Unmatched);
    }

    [Fact]
    [Trait("Requirement", "RM4")]
    public void The_waiting_list_has_one_order_and_no_ties()
    {
        var first = PoolPeople.Mentee("z", "wellbeing") with { RoundsWaited = 1, Since = PoolPeople.Registered.AddDays(3) };
        var second = PoolPeople.Mentee("y", "wellbeing") with { Since = PoolPeople.Registered.AddDays(-1) };
        var third = PoolPeople.Mentee("a", "wellbeing");
        var fourth = PoolPeople.Mentee("b", "wellbeing");

        Assert.Equal([first, second, third, fourth], Pool.Of([fourth, second, third, first], []).Mentees);
        Assert.Equal(0, WaitingOrder.Instance.Compare(third, third));
        Assert.True(WaitingOrder.Instance.Compare(third, fourth) < 0 && WaitingOrder.Instance.Compare(fourth, third) > 0);
    }

    [Fact]
    public void A_score_is_the_sum_of_its_parts()
    {
        var score = new PairScore(Rules);
        for (var seed = 0; seed < 50; seed++)
        {
            var pool = PoolPeople.Random(seed);
            foreach (var (mentee, mentor) in pool.Mentees.SelectMany(mentee => pool.Mentors.Select(mentor => (mentee, mentor))))
                Assert.Equal(score.Of(mentee, mentor), score.Parts(mentee, mentor).Sum(part => part.Points));
        }
    }

    private static RoundResult Run(PoolMentee[] mentees, PoolMentor[] mentors) => new RoundMatching(Rules).Run(Pool.Of(mentees, mentors), "2024");

    private static string TextOf(Pool pool) => MatchingArchive.TextOf(MatchingArchive.Run.Of(pool, Rules, "2024"));
}
