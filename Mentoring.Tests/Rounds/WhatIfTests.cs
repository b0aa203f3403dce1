using System.Globalization;
using System.Text.Json;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Rounds;

[Trait("Requirement", "B3")]
public sealed class WhatIfTests
{
    private static readonly MatchingRules Rules = MatchingRules.Of(TestScheme.Small);

    [Fact]
    public void One_more_place_lets_one_more_mentee_in_and_moves_whom_it_must()
    {
        var pool = Pool.Of(
            [PoolPeople.Mentee("a", "wellbeing") with { RoundsWaited = 1 }, PoolPeople.Mentee("b", "wellbeing")],
            [PoolPeople.Mentor("m", 1, "wellbeing")]);

        var outcome = Try(pool, """{ "places": [{ "mentor": "m", "places": 2 }] }""");

        Assert.Equal((1, 2), (outcome.Today.Matched, outcome.Then.Matched));
        Assert.Equal((null, "m"), (Assert.Single(outcome.Gain).From, outcome.Gain[0].To));
        Assert.Empty(outcome.Lose);
        Assert.Empty(outcome.Move);
        Assert.True(outcome.Proved);
    }

    [Fact]
    public void Rules_and_people_change_together_and_what_is_kept_stays_as_it_is()
    {
        var colleague = PoolPeople.Mentee("a", "wellbeing") with { Institution = "one" };
        var pool = Pool.Of([colleague], [PoolPeople.Mentor("m", 1, "wellbeing") with { Institution = "one" }]);

        var strict = Try(pool, """{ "institutions": "different" }""");
        var elsewhere = Try(pool, """{ "institutions": "different", "mentors": [{ "offers": ["wellbeing"], "institution": "Two" }], "weights": { "differentInstitution": 7 } }""");

        Assert.Equal((0, "a"), (strict.Then.Matched, Assert.Single(strict.Lose).MenteeId));
        Assert.Equal("new-mentor-1", Assert.Single(elsewhere.Move).To);
        Assert.Equal(elsewhere.Then.Score - 7 + Rules.Weights.DifferentInstitution, elsewhere.ThenByTodaysWeights);
        Assert.Equal(Rules, MatchingRules.Of(TestScheme.Small) with { Expertise = Rules.Expertise, Weights = Rules.Weights });
        Assert.Equal("one", Assert.Single(pool.Mentors).Institution);
    }

    [Fact]
    public void What_it_says_is_what_comes_out_when_the_changed_round_is_run()
    {
        var (gains, losses, moves) = (0, 0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var dice = new Random(seed);
            var pool = PoolPeople.Random(seed);
            var (mentor, mentee, gone) = (pool.Mentors[dice.Next(pool.Mentors.Count)], pool.Mentees[dice.Next(pool.Mentees.Count)], pool.Mentees[dice.Next(pool.Mentees.Count)]);
            var (places, area) = (dice.Next(4), PoolPeople.Areas[dice.Next(PoolPeople.Areas.Length)]);
            var json = JsonSerializer.Serialize(new
            {
                places = new[] { new { mentor = mentor.Id, places } },
                seeks = new[] { new { mentee = mentee.Id, areas = new[] { area } } },
                without = mentee == gone ? [] : new[] { gone.Id },
                institutions = dice.Next(2) == 0 ? "different" : "prefer-different",
            });
            var (read, faults) = WhatIfReader.Read(json, pool, Rules);
            Assert.Empty(faults);
            var outcome = read!.Against(RoundSolution.Of(Rules, pool, "2024"), "2024");

            var changed = Pool.Of(
                pool.Mentees.Where(other => other == mentee || other != gone).Select(other => other == mentee ? other with { Seeks = [area] } : other),
                pool.Mentors.Select(other => other == mentor ? other with { Places = places } : other).Where(other => other.Places > 0));
            var rules = Rules with { Institutions = json.Contains("\"different\"", StringComparison.Ordinal) ? InstitutionRule.Different : InstitutionRule.PreferDifferent };
            var (today, then) = (new RoundMatching(Rules).Run(pool, "2024"), new RoundMatching(rules).Run(changed, "2024"));
            var (before, after) = (today.Matches.ToDictionary(match => match.MenteeId, match => match.MentorId), then.Matches.ToDictionary(match => match.MenteeId, match => match.MentorId));

            var about = string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {json}");
            Assert.True(outcome.Proved, about);
            Assert.True((outcome.Then.Matched, outcome.Then.Score) == (then.Matches.Count, then.Matches.Sum(match => match.Score)), about);
            Assert.True((outcome.Today.Matched, outcome.Today.Score) == (today.Matches.Count, today.Matches.Sum(match => match.Score)), about);
            Assert.True(outcome.Gain.Select(change => change.MenteeId).ToHashSet().SetEquals(after.Keys.Except(before.Keys)), about);
            Assert.True(outcome.Lose.Select(change => change.MenteeId).ToHashSet().SetEquals(before.Keys.Except(after.Keys)), about);
            Assert.True(outcome.Move.Select(change => change.MenteeId).ToHashSet().SetEquals(after.Keys.Where(id => before.TryGetValue(id, out var had) && had != after[id])), about);
            Assert.All(outcome.Move, change => Assert.Equal((before[change.MenteeId], after[change.MenteeId]), (change.From, change.To)));
            (gains, losses, moves) = (gains + outcome.Gain.Count, losses + outcome.Lose.Count, moves + outcome.Move.Count);
        }

        Assert.True(gains > 100 && losses > 100 && moves > 100, $"{gains} gains, {losses} losses, {moves} moves");
    }

    [Fact]
    public void A_mentor_who_is_taken_out_counts_no_more_and_everybody_else_is_matched_as_if_they_had_never_been_there()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var pool = PoolPeople.Random(seed);
            var gone = pool.Mentors[new Random(seed).Next(pool.Mentors.Count)];

            var outcome = Try(pool, JsonSerializer.Serialize(new { without = new[] { gone.Id } }));

            var left = pool with { Mentors = [.. pool.Mentors.Where(mentor => mentor != gone)] };
            var (today, then) = (new RoundMatching(Rules).Run(pool, "2024"), new RoundMatching(Rules).Run(left, "2024"));
            var (before, after) = (today.Matches.ToDictionary(match => match.MenteeId, match => match.MentorId), then.Matches.ToDictionary(match => match.MenteeId, match => match.MentorId));
            var said = outcome.Gain.Concat(outcome.Lose).Concat(outcome.Move).Select(change => (change.MenteeId, change.To)).ToHashSet();
            Assert.True(outcome.Proved, $"seed {seed}");
            Assert.True(outcome.Then == RoundTotals.Of(left, then), $"seed {seed}");
            Assert.True(
                said.SetEquals(pool.Mentees.Select(mentee => (mentee.Id, To: after.GetValueOrDefault(mentee.Id))).Where(pair => pair.To != before.GetValueOrDefault(pair.Id))),
                $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("""{ "places": [{ "mentor": "nobody", "places": 2 }] }""", "places[0].mentor", "the id or email address of a mentor in this matching")]
    [InlineData("""{ "places": [{ "mentor": "mentor-00", "places": 21 }] }""", "places[0].places", "a whole number from 0 to 20")]
    [InlineData("""{ "places": [{ "mentor": "mentor-00", "places": "2" }] }""", "places[0].places", "a whole number from 0 to 20")]
    [InlineData("""{ "places": [{ "mentor": "mentor-00", "places": 1 }, { "mentor": "mentor-00", "places": 2 }] }""", "places[1].mentor", "each person once")]
    [InlineData("""{ "places": { "mentor": "mentor-00" } }""", "places", "a list of objects")]
    [InlineData("""{ "offers": [{ "mentor": "mentor-00", "areas": ["astrology"] }] }""", "offers[0].areas[0]", "a code of the scheme's expertise, each once")]
    [InlineData("""{ "seeks": [{ "mentee": "mentor-00", "areas": ["wellbeing"] }] }""", "seeks[0].mentee", "the id or email address of a mentee in this matching")]
    [InlineData("""{ "seeks": [{ "mentee": "mentee-00", "areas": [] }] }""", "seeks[0].areas", "at least one code of the scheme's expertise")]
    [InlineData("""{ "mentees": [{ "institution": "X" }] }""", "mentees[0].seeks", "at least one code of the scheme's expertise")]
    [InlineData("""{ "mentors": [{ "offers": ["wellbeing"], "places": 0 }] }""", "mentors[0].places", "a whole number from 1 to 20")]
    [InlineData("""{ "mentors": [{ "offers": ["wellbeing"], "capacity": 1 }] }""", "mentors[0].capacity", "one of experience, institution, offers, places, sameInstitution")]
    [InlineData("""{ "without": ["nobody"] }""", "without[0]", "the id or email address of somebody in this matching, each once")]
    [InlineData("""{ "apart": [{ "mentee": "mentee-00", "mentor": "nobody" }] }""", "apart[0].mentor", "the id or email address of a mentor in this matching")]
    [InlineData("""{ "institutions": "any" }""", "institutions", "different, prefer-different")]
    [InlineData("""{ "gates": { "moreExperience": "yes" } }""", "gates.moreExperience", "true or false")]
    [InlineData("""{ "mentees": [{ "seeks": ["wellbeing"], "experience": 71 }] }""", "mentees[0].experience", "a whole number from 0 to 70")]
    [InlineData("""{ "weights": { "byRank": [-1] } }""", "weights.byRank", "one or more whole numbers from 0 to 1000")]
    [InlineData("""{ "rules": {} }""", "rules", "one of apart, gates, institutions, mentees, mentors, offers, places, seeks, weights, without")]
    [InlineData("[]", "(whole file)", "an object")]
    [InlineData("{}", "(whole file)", "at least one change")]
    [InlineData("{", "line 1, column 2", "a JSON object")]
    public void What_is_wrong_is_named_with_its_place_and_what_is_allowed(string json, string path, string allowed)
    {
        var (whatIf, faults) = WhatIfReader.Read(json, PoolPeople.Random(1), Rules);

        Assert.Null(whatIf);
        Assert.Contains((path, allowed), faults.Select(fault => (fault.Path, fault.Allowed)));
    }

    [Fact]
    [Trait("Requirement", "RE21")]
    [Trait("Requirement", "RE22")]
    public void The_gates_of_the_scheme_can_be_tried_and_whoever_is_invented_is_trained_and_experienced_unless_told_otherwise()
    {
        var pool = Pool.Of([PoolPeople.Mentee("a", "wellbeing") with { Experience = 5 }], [PoolPeople.Mentor("m", 1, "wellbeing") with { Experience = 5 }]);

        Assert.Equal("a", Assert.Single(Try(pool, """{ "gates": { "mentorTraining": true } }""").Lose).MenteeId);
        Assert.Equal("a", Assert.Single(Try(pool, """{ "gates": { "moreExperience": true } }""").Lose).MenteeId);
        Assert.Equal("new-mentor-1", Assert.Single(Try(pool, """{ "gates": { "mentorTraining": true, "moreExperience": true }, "mentors": [{ "offers": ["wellbeing"] }] }""").Move).To);
        Assert.Single(Try(pool, """{ "gates": { "moreExperience": true }, "mentors": [{ "offers": ["wellbeing"], "experience": 5 }] }""").Lose);
    }

    [Fact]
    public void People_are_kept_apart_or_taken_out_of_both_roles()
    {
        var both = PoolPeople.Mentee("p", "wellbeing");
        var pool = Pool.Of([both, PoolPeople.Mentee("a", "wellbeing")], [PoolPeople.Mentor("m", 1, "wellbeing"), PoolPeople.Mentor("p", 1, "wellbeing")]);

        var without = Try(pool, """{ "without": ["p"] }""");
        var apart = Try(pool, """{ "apart": [{ "mentee": "a", "mentor": "m" }, { "mentee": "a", "mentor": "p" }] }""");

        Assert.Equal((2, 1), (without.Today.Matched, without.Then.Matched));
        Assert.Equal((1, 1), (without.Then.Mentees, without.Then.Mentors));
        Assert.Equal("a", Assert.Single(apart.Lose).MenteeId);
    }

    private static WhatIfOutcome Try(Pool pool, string json)
    {
        var (whatIf, faults) = WhatIfReader.Read(json, pool, Rules);
        Assert.Empty(faults);
        return whatIf!.Against(RoundSolution.Of(Rules, pool, "2024"), "2024");
    }
}
