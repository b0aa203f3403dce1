using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;

namespace Mentoring.Tests.Rounds;

public sealed class ProblemOfTests
{
    private static readonly string[] FewAreas = [.. Areas(6)];
    private static readonly string[] ManyAreas = [.. Areas(200)];

    [Theory]
    [InlineData(InstitutionRule.Different)]
    [InlineData(InstitutionRule.PreferDifferent)]
    [Trait("Requirement", "RM2")]
    public void The_problem_holds_exactly_the_pairs_for_whom_every_gate_is_open_with_their_scores(InstitutionRule rule)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var chance = new Random(seed);
            // Now and then so many that rows are short beside all mentors.
            var (most, areas) = seed % 10 == 0 ? (120, ManyAreas) : (8, FewAreas);
            var pool = Pool.Of(
                Enumerable.Range(0, chance.Next(most)).Select(number => Mentee(number, areas, chance)).ToList(),
                Enumerable.Range(0, chance.Next(most)).Select(number => Mentor(number, areas, chance)).ToList());
            var rules = new MatchingRules(rule, new Weights([100, 70, 40], 5, 30), []) { Gates = Gates(seed) };
            var (eligibility, score) = (rules.Eligibility(), new PairScore(rules));

            var expected =
                from mentee in Enumerable.Range(0, pool.Mentees.Count)
                from mentor in Enumerable.Range(0, pool.Mentors.Count)
                let pair = (Mentee: pool.Mentees[mentee], Mentor: pool.Mentors[mentor])
                where eligibility.ShutGate(pair.Mentee, pair.Mentor) is null
                select (mentee, mentor, score.Of(pair.Mentee, pair.Mentor), pair.Mentee.Institution != pair.Mentor.Institution);
            var found = new RoundMatching(rules).ProblemOf(pool).Pairs().Select(pair => (pair.Mentee, pair.Mentor, pair.Score, pair.CrossInstitution));
            Assert.True(expected.Order().SequenceEqual(found.Order()), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(InstitutionRule.Different)]
    [InlineData(InstitutionRule.PreferDifferent)]
    [Trait("Requirement", "B3")]
    public void The_problem_of_changed_people_is_the_same_whether_all_is_worked_out_again_or_only_what_has_changed(InstitutionRule rule)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var chance = new Random(seed);
            var (most, areas) = seed % 10 == 0 ? (60, ManyAreas) : (10, FewAreas);
            List<PoolMentee> mentees = [.. Enumerable.Range(0, chance.Next(most)).Select(number => Mentee(number, areas, chance))];
            List<PoolMentor> mentors = [.. Enumerable.Range(0, chance.Next(most)).Select(number => Mentor(number, areas, chance))];
            var rules = new MatchingRules(rule, new Weights([100, 70, 40], 5, 30), []) { Gates = Gates(seed) };
            var before = RoundSolution.Of(rules, Pool.Of(mentees, mentors), "2024");
            // From nothing changed to half of all; now and then nothing but places, none among them.
            var often = 2 + chance.Next(20);
            var placesAlone = seed % 5 == 0;
            var after = Pool.Of(
                mentees.SelectMany((mentee, number) => placesAlone || chance.Next(often) > 0 ? [mentee] : Changed(chance.Next(4) switch
                {
                    0 => mentee with { RoundsWaited = mentee.RoundsWaited + 1 },
                    1 => mentee with { Since = mentee.Since.AddDays(-100) },
                    2 => Mentee(number, areas, chance),
                    _ => null,
                })).Concat(Enumerable.Range(most, placesAlone ? 0 : chance.Next(3)).Select(number => Mentee(number, areas, chance))),
                mentors.SelectMany((mentor, number) => chance.Next(often) > 0 ? [mentor] : Changed((placesAlone ? 0 : chance.Next(3)) switch
                {
                    0 => mentor with { Places = chance.Next(9) },
                    1 => Mentor(number, areas, chance),
                    _ => null,
                })).Concat(Enumerable.Range(most, placesAlone ? 0 : chance.Next(3)).Select(number => Mentor(number, areas, chance))));

            var matching = new RoundMatching(rules);
            var (anew, changed) = (matching.ProblemOf(after), matching.ProblemOf(after, before));
            Assert.True(anew.Pairs().SequenceEqual(changed.Pairs()), $"seed {seed}");
            Assert.True(anew.Objective.ClassWeights.SequenceEqual(changed.Objective.ClassWeights) && anew.Objective.ScoreScale == changed.Objective.ScoreScale, $"seed {seed}");
            Assert.True(anew.Classes.SequenceEqual(changed.Classes) && anew.Capacities.SequenceEqual(changed.Capacities), $"seed {seed}");
            Assert.True(anew.MenteeKeys.SequenceEqual(changed.MenteeKeys) && anew.MentorKeys.SequenceEqual(changed.MentorKeys), $"seed {seed}");
        }
    }

    private static IEnumerable<T> Changed<T>(T? changed)
        where T : class => changed is null ? [] : [changed];

    private static PoolMentee Mentee(int number, string[] areas, Random chance) => new(
        $"e{number}", Person(chance), Institution(chance), Some(areas, chance), Persons(chance), Persons(chance), Wish(chance), chance.Next(3), DateTimeOffset.UnixEpoch.AddDays(number), chance.Next(6) == 0, Years(chance));

    private static PoolMentor Mentor(int number, string[] areas, Random chance) => new($"o{number}", Person(chance), Institution(chance), Some(areas, chance), Persons(chance), Wish(chance), chance.Next(1, 4), chance.Next(6) == 0, chance.Next(3) > 0, Years(chance));

    private static GatePolicy Gates(int seed) => new(MentorTraining: seed % 3 == 0, MoreExperience: seed % 4 == 0);

    private static int? Years(Random chance) => chance.Next(5) is var years && years == 0 ? null : years;

    private static string Person(Random chance) => $"p{chance.Next(12)}";

    private static string Institution(Random chance) => $"i{chance.Next(3)}";

    private static SameInstitution Wish(Random chance) => (SameInstitution)chance.Next(3);

    private static List<string> Persons(Random chance) => [.. Enumerable.Range(0, chance.Next(3)).Select(_ => Person(chance)).Distinct()];

    private static List<string> Some(string[] areas, Random chance)
    {
        var mixed = areas.ToArray();
        chance.Shuffle(mixed);
        return [.. mixed.Take(chance.Next(1, 5))];
    }

    private static IEnumerable<string> Areas(int count) => Enumerable.Range(0, count).Select(number => $"area-{number}");
}
