using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Rounds;

[Trait("Requirement", "B2")]
public sealed class LeastChangeTests
{
    private static readonly MatchingRules Rules = MatchingRules.Of(TestScheme.Small);

    [Fact]
    public void Seeking_one_of_the_areas_named_would_have_matched_them_and_no_other_area_would_for_certain()
    {
        var (named, others) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var pool = PoolPeople.Random(seed);
            foreach (var (mentee, reason) in Unmatched(pool))
            {
                foreach (var area in PoolPeople.Areas.Except(mentee.Seeks))
                {
                    var changed = PoolAims.With(pool, mentee.Id, person => person with { Seeks = [.. person.Seeks, area] });
                    Assert.True(PoolAims.IsMatchedForCertain(Rules, changed, mentee.Id) == reason.Change.AlsoSeeking.Contains(area), $"seed {seed}, {mentee.Id} and {area}");
                    (named, others) = reason.Change.AlsoSeeking.Contains(area) ? (named + 1, others) : (named, others + 1);
                }
            }
        }

        Assert.True(named > 100 && others > 100, $"{named} named, {others} not");
    }

    [Fact]
    public void So_many_rounds_more_would_have_matched_them_and_one_less_would_not_for_certain()
    {
        var told = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var pool = PoolPeople.Random(seed);
            foreach (var (mentee, reason) in Unmatched(pool).Where(found => found.Reason.Code == UnmatchedReasons.AllFull))
            {
                var rounds = reason.Change.RoundsShort!.Value;
                Assert.True(rounds > 0 && PoolAims.IsMatchedForCertain(Rules, Waited(pool, mentee, rounds), mentee.Id), $"seed {seed}, {mentee.Id}: {rounds}");
                Assert.False(PoolAims.IsMatchedForCertain(Rules, Waited(pool, mentee, rounds - 1), mentee.Id), $"seed {seed}, {mentee.Id}: {rounds}");
                Assert.Contains(reason.Change.ClosestMentor, pool.Mentors.Select(mentor => mentor.Id));
                told++;
            }
        }

        Assert.True(told > 200, $"{told} told");
    }

    [Fact]
    public void Allowing_the_same_institution_for_the_pairs_named_would_have_matched_them_and_for_no_other_pair_for_certain()
    {
        var strict = Rules with { Institutions = InstitutionRule.Different };
        var (named, others) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var pool = PoolPeople.Random(seed);
            foreach (var (mentee, reason) in Unmatched(pool, strict))
            {
                foreach (var mentor in pool.Mentors.Where(mentor => mentor.Institution == mentee.Institution))
                {
                    var allowed = PoolAims.With(pool, mentee.Id, person => person with { SameInstitution = SameInstitution.Allow });
                    allowed = allowed with { Mentors = [.. allowed.Mentors.Select(other => other == mentor ? other with { SameInstitution = SameInstitution.Allow } : other)] };
                    var isNamed = reason.Change.SameInstitutionWith.Contains(mentor.Id);
                    Assert.True(PoolAims.IsMatchedForCertain(strict, allowed, mentee.Id) == isNamed, $"seed {seed}, {mentee.Id} and {mentor.Id}");
                    (named, others) = isNamed ? (named + 1, others) : (named, others + 1);
                }
            }
        }

        Assert.True(named > 30 && others > 100, $"{named} named, {others} not");
    }

    [Fact]
    public void An_area_is_named_where_its_pair_would_win_only_by_being_the_first_across_institutions()
    {
        var rules = Rules with { Institutions = InstitutionRule.PreferDifferent, Weights = new Weights([10], 0, 0) };
        var pool = Pool.Of(
            [PoolPeople.Mentee("a", "wellbeing") with { Institution = "institution-m" }, PoolPeople.Mentee("b", "relationships")],
            [PoolPeople.Mentor("m", 1, "wellbeing")]);

        Assert.Equal(["wellbeing"], Assert.Single(Unmatched(pool, rules)).Reason.Change.AlsoSeeking);
    }

    [Fact]
    public void The_words_say_what_would_have_changed_it()
    {
        var pool = Pool.Of(
            [PoolPeople.Mentee("a", "wellbeing"), PoolPeople.Mentee("b", "relationships", "career-planning")],
            [PoolPeople.Mentor("m", 1, "career-planning"), PoolPeople.Mentor("n", 1, "new-to-sector")]);
        var reason = Assert.Single(Unmatched(pool)).Reason;

        Assert.Equal(["new-to-sector"], reason.Change.AlsoSeeking);
        Assert.Equal("Had you also sought “New to the sector”, last on your list, it would have matched you.", reason.ToApplicant[^1]);
        Assert.Equal("Had this mentee also sought “New to the sector”, last, it would have matched them.", reason.ToCoordinator[^1]);
    }

    private static Pool Waited(Pool pool, PoolMentee mentee, int rounds) =>
        PoolAims.With(pool, mentee.Id, person => person with { RoundsWaited = person.RoundsWaited + rounds });

    private static List<(PoolMentee Mentee, UnmatchedReason Reason)> Unmatched(Pool pool, MatchingRules? rules = null)
    {
        var round = RoundSolution.Of(rules ?? Rules, pool, "2024");
        var reasons = new UnmatchedReasons(round);
        return [.. round.Result.Unmatched.Select(id => (pool.Mentees.First(mentee => mentee.Id == id), reasons.For(id)))];
    }
}
