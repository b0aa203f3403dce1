using Mentoring.Core.Rounds;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Rounds;

[Trait("Requirement", "B2")]
public sealed class PairQuestionsTests
{
    private static readonly MatchingRules Rules = MatchingRules.Of(TestScheme.Small);

    [Fact]
    public void Of_two_who_are_kept_apart_every_shut_gate_is_told()
    {
        var mentee = PoolPeople.Mentee("a", "wellbeing") with { Exclude = ["person-m"] };
        var pool = Pool.Of([mentee], [PoolPeople.Mentor("m", 1, "career-planning")]);

        var answer = Ask(pool).Why("a", "m");

        Assert.Equal("not-eligible", answer.Code);
        Assert.Equal(["excluded", "nothing-in-common"], answer.ShutGates.Select(gate => gate.Code));
        Assert.Null(answer.Score);
    }

    [Fact]
    public void Of_two_who_are_together_it_says_so()
    {
        var answer = Ask(Pool.Of([PoolPeople.Mentee("a", "wellbeing")], [PoolPeople.Mentor("m", 1, "wellbeing")])).Why("a", "m");

        Assert.Equal("matched", answer.Code);
        Assert.Equal(answer.Score, answer.Parts.Sum(part => part.Points));
    }

    [Fact]
    public void Whoever_would_have_to_give_way_is_named()
    {
        var pool = Pool.Of([PoolPeople.Mentee("a", "wellbeing") with { RoundsWaited = 1 }, PoolPeople.Mentee("b", "wellbeing")], [PoolPeople.Mentor("m", 1, "wellbeing")]);

        var answer = Ask(pool).Why("b", "m");

        Assert.Equal("others-first", answer.Code);
        Assert.Equal(
            ["To have them together, somebody who has waited longer would give way to somebody who has waited less.", "b would be matched with m.", "a would lose m and have no mentor."],
            answer.ToCoordinator);
    }

    [Fact]
    public void The_loss_told_is_the_least_when_the_round_is_run_again_with_the_two_together()
    {
        var (asked, lots) = (0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var pool = PoolPeople.Random(seed);
            var round = RoundSolution.Of(Rules, pool, "2024");
            var questions = new PairQuestions(round);
            var (best, score) = (PoolAims.Of(pool, round.Result), new PairScore(Rules));
            foreach (var (mentee, mentor) in pool.Mentees.SelectMany(mentee => pool.Mentors.Select(mentor => (mentee, mentor))))
            {
                if (questions.Why(mentee.Id, mentor.Id) is not { Loss: { } loss } answer)
                    continue;
                // The two are set apart, and what is left is matched.
                var rest = Pool.Of(
                    pool.Mentees.Where(other => other != mentee),
                    pool.Mentors.Select(other => other == mentor ? other with { Places = other.Places - 1 } : other));
                var forced = PoolAims.Of(rest, new RoundMatching(Rules).Run(rest, "2024"));
                forced[forced.Length - 3 - mentee.RoundsWaited]++;
                forced[^2] += score.Of(mentee, mentor);
                forced[^1] += mentee.Institution == mentor.Institution ? 0 : 1;

                var about = $"seed {seed}, {mentee.Id} and {mentor.Id}";
                Assert.True(best[..^2].Sum() - forced[..^2].Sum() == loss.Matches, about);
                Assert.True(best[^2] - forced[^2] == loss.Points, about);
                Assert.True(loss.LongestWaitLeftOut == (loss.Matches == 0 && !best.AsSpan(..^2).SequenceEqual(forced.AsSpan(..^2))), about);
                Assert.True((answer.Code == "drawn-by-lot") == best.SequenceEqual(forced), about);
                asked++;
                lots += answer.Code == "drawn-by-lot" ? 1 : 0;
            }
        }

        Assert.True(asked > 500 && lots > 10, $"{asked} asked, {lots} by lot");
    }

    [Fact]
    public void Nobody_asks_about_strangers()
    {
        var questions = Ask(PoolPeople.Random(1));

        Assert.Throws<ArgumentException>(() => questions.Why("nobody", "mentor-00"));
        Assert.Throws<ArgumentException>(() => questions.Why("mentee-00", "nobody"));
    }

    private static PairQuestions Ask(Pool pool) => new(RoundSolution.Of(Rules, pool, "2024"));
}
