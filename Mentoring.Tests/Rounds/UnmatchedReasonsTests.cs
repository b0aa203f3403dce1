using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Rounds;

[Trait("Requirement", "B2")]
public sealed class UnmatchedReasonsTests
{
    private static readonly Scheme Scheme = TestScheme.Small;
    private static readonly MatchingRules Rules = MatchingRules.Of(Scheme);

    [Fact]
    public void Where_nobody_offers_what_is_sought_the_areas_are_named()
    {
        var reason = Explain("a", [PoolPeople.Mentee("a", "wellbeing")], [PoolPeople.Mentor("m", 1, "career-planning")]);

        Assert.Equal(UnmatchedReasons.NoMentorOffers, reason.Code);
        Assert.Contains("Wellbeing, resilience and balance", reason.ToCoordinator[0], StringComparison.Ordinal);
        Assert.Contains("Wellbeing, resilience and balance", reason.ToApplicant[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_each_mentor_is_behind_a_gate_the_coordinator_reads_which_and_how_many()
    {
        var mentee = PoolPeople.Mentee("a", "wellbeing") with { Refused = ["person-m"] };
        var reason = Explain("a", [mentee], [
            PoolPeople.Mentor("m", 1, "wellbeing"),
            PoolPeople.Mentor("n", 1, "wellbeing") with { Exclude = [mentee.Person] },
            PoolPeople.Mentor("o", 1, "wellbeing") with { Exclude = [mentee.Person] },
            PoolPeople.Mentor("p", 1, "career-planning")]);

        Assert.Equal(UnmatchedReasons.NoEligibleMentor, reason.Code);
        Assert.StartsWith("3 mentors", reason.ToCoordinator[0], StringComparison.Ordinal);
        Assert.Equal("2 mentors: One of them asked, or the coordinator decided, that they are never paired. (n, o)", reason.ToCoordinator[1]);
        Assert.Equal("1 mentor: They were matched before, and the software does not try a pair twice. (m)", reason.ToCoordinator[2]);
    }

    [Fact]
    public void An_applicant_never_learns_which_gate_was_shut_or_by_whom()
    {
        var mentee = PoolPeople.Mentee("a", "wellbeing");
        var excluded = Explain("a", [mentee], [PoolPeople.Mentor("n", 1, "wellbeing") with { Exclude = [mentee.Person] }]);
        var colleague = Explain("a", [mentee], [PoolPeople.Mentor("n", 1, "wellbeing") with { Institution = mentee.Institution, SameInstitution = Core.Registrations.SameInstitution.Avoid }]);

        Assert.NotEqual(excluded.ToCoordinator, colleague.ToCoordinator);
        Assert.Equal(excluded.ToApplicant, colleague.ToApplicant);
    }

    [Fact]
    public void An_applicant_is_told_of_mentors_with_a_free_place_alone_since_others_may_be_full_already()
    {
        var mentee = PoolPeople.Mentee("a", "wellbeing") with { Refused = ["person-m"] };
        var declined = Explain("a", [mentee], [PoolPeople.Mentor("m", 1, "wellbeing")]);
        var taken = Explain("a", [mentee, .. Patient(2)], [PoolPeople.Mentor("m", 1, "wellbeing"), PoolPeople.Mentor("n", 1, "wellbeing")]);
        var several = Explain("a", [mentee with { Refused = [] }, .. Patient(2)], [PoolPeople.Mentor("m", 1, "wellbeing")]);

        Assert.Equal("There are areas you seek that mentors with a free place offer, but none whom the scheme's rules allow for you.", declined.ToApplicant[0]);
        Assert.Equal("A mentor with a free place who offers one of your areas and whom these rules allow is missing.", declined.ToApplicant[2]);
        Assert.Equal(UnmatchedReasons.NoEligibleMentor, declined.Code);
        Assert.Equal("There was one mentor with a free place for you by the scheme's rules, and every place with them went to others.", taken.ToApplicant[0]);
        Assert.Equal("It would have taken more than one further place with them.", several.ToApplicant[1]);
    }

    [Fact]
    public void Where_all_are_full_one_more_place_with_any_of_them_is_what_was_missing()
    {
        var reason = Explain("last", [.. Patient(3), PoolPeople.Mentee("last", "wellbeing")], [
            PoolPeople.Mentor("m", 1, "wellbeing"), PoolPeople.Mentor("n", 1, "wellbeing"), PoolPeople.Mentor("o", 1, "wellbeing")]);

        Assert.Equal(UnmatchedReasons.AllFull, reason.Code);
        Assert.Equal(["All 3 eligible mentors have no place left: m, n, o.", "One more place with any of them would have matched this mentee: m, n, o."], reason.ToCoordinator);
        Assert.Equal(["There were 3 mentors with a free place for you by the scheme's rules, and every place with them went to others.", "One more place with any of them would have matched you."], reason.ToApplicant);
    }

    [Fact]
    public void Where_the_lot_decided_both_are_told_so()
    {
        var mentees = new[] { PoolPeople.Mentee("a", "wellbeing"), PoolPeople.Mentee("b", "wellbeing") };
        var result = Run(Pool.Of(mentees, [PoolPeople.Mentor("m", 1, "wellbeing")]));
        var reason = Explain(Assert.Single(result.Unmatched), mentees, [PoolPeople.Mentor("m", 1, "wellbeing")]);

        Assert.Contains("the lot decided", reason.ToCoordinator[1], StringComparison.Ordinal);
        Assert.Contains("the lot decided", reason.ToApplicant[1], StringComparison.Ordinal);
        Assert.Equal("One more place with this mentor would have matched you.", reason.ToApplicant[2]);
    }

    [Fact]
    public void Where_the_lot_left_out_several_one_more_place_would_have_been_drawn_for_as_well()
    {
        PoolMentee[] mentees = [PoolPeople.Mentee("a", "wellbeing"), PoolPeople.Mentee("b", "wellbeing"), PoolPeople.Mentee("c", "wellbeing")];
        var result = Run(Pool.Of(mentees, [PoolPeople.Mentor("m", 1, "wellbeing")]));

        Assert.All(result.Unmatched, left => Assert.Equal("One more place with this mentor would have given you a chance by lot.", Explain(left, mentees, [PoolPeople.Mentor("m", 1, "wellbeing")]).ToApplicant[2]));
    }

    [Fact]
    public void What_is_said_would_have_matched_them_does_when_the_round_is_run_again()
    {
        var (promises, chances, several) = (0, 0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var pool = PoolPeople.Random(seed);
            var result = Run(pool);
            var reasons = new UnmatchedReasons(new RoundSolution(Rules, pool, result));
            foreach (var mentee in result.Unmatched)
            {
                var reason = reasons.For(mentee);
                if (reason.Code != UnmatchedReasons.AllFull)
                    continue;
                var promised = reason.ToCoordinator.Where(sentence => sentence.Contains("would have matched this mentee", StringComparison.Ordinal)).SelectMany(Ids).ToHashSet();
                foreach (var mentor in promised)
                    Assert.True(Run(WithOneMorePlace(pool, mentor)).Unmatched.All(other => other != mentee), $"seed {seed}: one more place with {mentor} for {mentee}");
                promises += promised.Count;
                chances += reason.ToCoordinator.Any(sentence => sentence.Contains("lot", StringComparison.Ordinal)) ? 1 : 0;
                if (!reason.ToCoordinator.Any(sentence => sentence.EndsWith("it would have taken several.", StringComparison.Ordinal)))
                    continue;
                several++;
                Assert.All(pool.Mentors, mentor => Assert.True(Run(WithOneMorePlace(pool, mentor.Id)).Unmatched.Contains(mentee), $"seed {seed}: {mentor.Id} for {mentee}"));
            }
        }

        Assert.True(promises > 100 && several > 10, $"{promises} promises, {chances} by lot, {several} needing several places");
    }

    [Fact]
    public void No_applicant_reads_an_id()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var pool = PoolPeople.Random(seed);
            var result = Run(pool);
            var reasons = new UnmatchedReasons(new RoundSolution(Rules, pool, result));
            foreach (var sentence in result.Unmatched.SelectMany(mentee => reasons.For(mentee).ToApplicant))
                Assert.DoesNotContain(pool.Mentors.Select(mentor => mentor.Id).Concat(pool.Mentees.Select(mentee => mentee.Id)), id => sentence.Contains(id, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nobody_asks_about_strangers_or_about_the_matched()
    {
        var pool = PoolPeople.Random(1);
        var result = Run(pool);
        var reasons = new UnmatchedReasons(new RoundSolution(Rules, pool, result));

        Assert.Throws<ArgumentException>(() => reasons.For(result.Matches[0].MenteeId));
        Assert.Throws<ArgumentException>(() => reasons.For("nobody"));
    }

    private static IEnumerable<PoolMentee> Patient(int many) => Enumerable.Range(0, many).Select(number => PoolPeople.Mentee("first-" + number, "wellbeing") with { RoundsWaited = 1 });

    private static RoundResult Run(Pool pool) => new RoundMatching(Rules).Run(pool, "2024");

    private static UnmatchedReason Explain(string mentee, IEnumerable<PoolMentee> mentees, IEnumerable<PoolMentor> mentors)
    {
        var pool = Pool.Of(mentees, mentors);
        return new UnmatchedReasons(new RoundSolution(Rules, pool, Run(pool))).For(mentee);
    }

    private static Pool WithOneMorePlace(Pool pool, string mentor) =>
        pool with { Mentors = [.. pool.Mentors.Select(other => other.Id == mentor ? other with { Places = other.Places + 1 } : other)] };

    private static string[] Ids(string sentence) => sentence[(sentence.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.').Split(", ");
}
