using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Rounds;

[Trait("Requirement", "B4")]
public sealed class RecruitmentAdviceTests
{
    private static readonly MatchingRules Rules = MatchingRules.Of(TestScheme.Small);

    [Fact]
    public void An_area_that_nobody_offers_is_the_one_to_recruit_for()
    {
        var pool = Pool.Of(
            [PoolPeople.Mentee("a", "wellbeing"), PoolPeople.Mentee("b", "wellbeing"), PoolPeople.Mentee("c", "wellbeing"), PoolPeople.Mentee("d", "relationships")],
            [PoolPeople.Mentor("m", 1, "relationships")]);

        var advice = Advice(pool, 2);

        var first = advice.Areas[0];
        Assert.Equal(("wellbeing", "Wellbeing, resilience and balance", 3, 3, 0), (first.Area, first.Title, first.Seeking, first.Unmatched, first.Places));
        Assert.Equal((1, 2), (first.Matches, first.MatchesWithAll));
        Assert.Equal(PoolPeople.Areas.Order(), advice.Areas.Select(area => area.Area).Order());
        Assert.All(advice.Areas.Skip(1), area => Assert.Equal((0, 0), (area.Matches, area.MatchesWithAll)));
        Assert.Empty(advice.Mentors);
    }

    [Fact]
    public void What_is_promised_for_an_area_or_a_place_comes_when_the_round_is_run_with_it()
    {
        var (more, points, several) = (0, 0, 0);
        for (var seed = 0; seed < 120; seed++)
        {
            var pool = PoolPeople.Random(seed, mentees: 10);
            var today = Totals(pool);
            var advice = Advice(pool, 3);
            var left = RoundSolution.Of(Rules, pool, "2024").Result.Unmatched.ToHashSet();
            foreach (var area in advice.Areas)
            {
                Assert.Equal(pool.Mentees.Count(mentee => left.Contains(mentee.Id) && mentee.Seeks.Contains(area.Area)), area.Unmatched);
                var about = $"seed {seed}, {area.Area}";
                var one = Totals(With(pool, area.Area, 1));
                Assert.True((area.Matches, area.Points) == (one.Matched - today.Matched, one.Score - today.Score), about);
                Assert.True(area.MatchesWithAll == Totals(With(pool, area.Area, 3)).Matched - today.Matched, about);
                (more, points, several) = (more + area.Matches, points + (area.Points != 0 ? 1 : 0), several + (area.MatchesWithAll > 1 ? 1 : 0));
            }

            foreach (var mentor in pool.Mentors)
            {
                var then = Totals(pool with { Mentors = [.. pool.Mentors.Select(other => other == mentor ? other with { Places = other.Places + 1 } : other)] });
                var told = advice.Mentors.FirstOrDefault(place => place.MentorId == mentor.Id) ?? new PlaceAdvice(mentor.Id, 0, 0);
                Assert.True((told.Matches, told.Points) == (then.Matched - today.Matched, then.Score - today.Score), $"seed {seed}, {mentor.Id}");
            }
        }

        Assert.True(more > 50 && points > 100 && several > 20, $"{more} more, {points} with points, {several} several");
    }

    [Fact]
    public void Without_places_there_is_nothing_to_advise_on() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Advice(PoolPeople.Random(1), 0));

    [Fact]
    public void Nobody_at_all_is_no_trouble() =>
        Assert.All(Advice(Pool.Of([], []), 3).Areas, area => Assert.Equal((0, 0L, 0), (area.Matches, area.Points, area.MatchesWithAll)));

    private static RecruitmentAdvice Advice(Pool pool, int placesOfAMentor) => RecruitmentAdvice.For(RoundSolution.Of(Rules, pool, "2024"), placesOfAMentor);

    private static RoundTotals Totals(Pool pool) => RoundTotals.Of(pool, new RoundMatching(Rules).Run(pool, "2024"));

    private static Pool With(Pool pool, string area, int places) =>
        Pool.Of(pool.Mentees, [.. pool.Mentors, new PoolMentor("recruit", "recruit", "(nowhere)", [area], [], SameInstitution.NoWish, places)]);
}
