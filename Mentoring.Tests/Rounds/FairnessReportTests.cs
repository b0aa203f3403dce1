using System.Globalization;
using Mentoring.Core.Rounds;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Rounds;

[Trait("Requirement", "B8")]
public sealed class FairnessReportTests
{
    private static readonly MatchingRules Rules = MatchingRules.Of(TestScheme.Small);

    [Fact]
    public void Rates_medians_and_acceptance_are_counted_by_group()
    {
        // Six waited and are matched, six are new and two of them are not.
        var mentees = Enumerable.Range(0, 12).Select(number => PoolPeople.Mentee(Id(number), "wellbeing") with { RoundsWaited = number < 6 ? 1 : 0 });
        var report = Report(Pool.Of(mentees, [PoolPeople.Mentor("m", 10, "wellbeing")]), id => new MenteeFacts("University of " + id, "GOLD", string.CompareOrdinal(id, "mentee-05") >= 0));

        var waited = Table(report, "rounds-waited");
        Assert.Equal(["0", "1"], waited.Groups.Select(group => group.Name));
        Assert.Equal((6, 4, 0.667), (waited.Groups[0].Mentees, waited.Groups[0].Matched, waited.Groups[0].MatchRate));
        Assert.Equal((6, 6, 1.0), (waited.Groups[1].Mentees, waited.Groups[1].Matched, waited.Groups[1].MatchRate));
        Assert.Equal(["first time", "waited before"], Table(report, "first-time").Groups.Select(group => group.Name));
        Assert.Equal(("GOLD", 12, 10), (Table(report, "grade").Groups[0].Name, report.All.Mentees, report.All.Matched));
        Assert.Equal(0.583, report.All.AcceptanceRate);
        Assert.Equal(159.0, report.All.MedianScore);
        Assert.True(report.LongestWaitFirst);
    }

    [Fact]
    public void Of_a_small_group_nothing_is_told_nor_can_it_be_reckoned_from_the_others()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var dice = new Random(seed);
            var mentees = Enumerable.Range(0, 4 + dice.Next(40)).Select(number => PoolPeople.Mentee(Id(number), "wellbeing") with
            {
                Institution = "university" + Digits(dice.Next(8)),
                RoundsWaited = dice.Next(3),
            }).ToList();
            var pool = Pool.Of(mentees, [PoolPeople.Mentor("m", 1 + dice.Next(30), "wellbeing")]);
            var often = 3 + dice.Next(20);
            var facts = mentees.ToDictionary(mentee => mentee.Id, _ => new MenteeFacts("(written)", dice.Next(3) == 0 ? "GOLD" : "SILVER", dice.Next(often) switch { 0 => false, 1 => null, _ => true }));
            var report = Report(pool, id => facts[id]);
            var declined = facts.Values.Count(each => each.Accepted is false);
            Assert.True(report.All.AcceptanceRate is null || declined is 0 or >= FairnessReport.SmallestGroup, $"seed {seed}");

            foreach (var table in report.Tables)
            {
                var about = $"seed {seed}, {table.By}";
                Assert.True(table.Groups.Sum(group => group.Mentees) == mentees.Count, about);
                Assert.True(table.Groups.Count == 1 || table.Groups.All(group => group.Mentees >= FairnessReport.SmallestGroup), about);
                Assert.All(table.Groups, group => Assert.True(group.MedianScore is null || group.Matched >= FairnessReport.SmallestGroup, about));
                var withMatches = table.Groups.Where(group => group.Matched > 0).ToList();
                Assert.True(withMatches.Count < 2 || withMatches.Count(group => group.MedianScore is null) != 1, about);
                Assert.Equal(table.Suppressed > 0, table.Groups[^1].Name == FairnessTable.SmallGroups);
            }

            // Who is in no group with a rate follows from those that have one, and from everybody's.
            var told = Table(report, "rounds-waited").Groups.Where(group => group.AcceptanceRate is not null).Select(group => group.Name).ToHashSet();
            var rest = mentees.Where(mentee => !told.Contains(Digits(mentee.RoundsWaited)) && !told.Contains(FairnessTable.SmallGroups)).Select(mentee => facts[mentee.Id].Accepted).OfType<bool>().ToList();
            Assert.False(told.Count > 0 && FairnessReport.TellsOfFew(rest.Count(accepted => accepted), rest.Count), $"seed {seed}: {rest.Count} not told of");
        }
    }

    [Fact]
    public void What_is_left_of_a_group_without_those_of_its_parts_that_are_shown_tells_of_few_no_less()
    {
        var shown = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var dice = new Random(seed);
            var mentees = Enumerable.Range(0, 5 + dice.Next(40)).Select(number => PoolPeople.Mentee(Id(number), "wellbeing") with
            {
                Institution = "university" + Digits(dice.Next(1 + dice.Next(8))),
                RoundsWaited = dice.Next(1 + dice.Next(4)),
            }).ToList();
            var report = Report(Pool.Of(mentees, []), id => new MenteeFacts(mentees.First(mentee => mentee.Id == id).Institution, "GOLD", null));

            foreach (var (part, whole, partOf, wholeOf) in Nested(mentees))
            {
                var parts = Table(report, part).Groups.Select(group => group.Name).ToHashSet();
                var wholes = Table(report, whole).Groups.Select(group => group.Name).ToHashSet();
                foreach (var group in mentees.GroupBy(mentee => wholes.Contains(wholeOf(mentee)) ? wholeOf(mentee) : FairnessTable.SmallGroups))
                {
                    Assert.False(group.Count(mentee => !parts.Contains(partOf(mentee))) is > 0 and < FairnessReport.SmallestGroup, $"seed {seed}, {whole}: {group.Key}");
                    shown += group.Key == FairnessTable.SmallGroups ? 0 : 1;
                }
            }
        }

        Assert.True(shown > 300, $"{shown} shown");
    }

    [Fact]
    public void A_group_without_an_answer_does_not_hide_what_follows_about_the_one_beside_it()
    {
        // Of ten one declined; of six nobody was matched; of the twenty and the ten others half declined.
        var mentees = Enumerable.Range(0, 46).Select(number => PoolPeople.Mentee(Id(number), "wellbeing") with { RoundsWaited = number switch { < 10 => 4, < 16 => 0, < 36 => 3, _ => 2 } });
        var answers = Enumerable.Range(0, 46).ToDictionary(Id, bool? (number) => number switch { 0 => false, < 10 => true, < 16 => null, _ => number % 2 == 0 });
        var report = Report(Pool.Of(mentees, [PoolPeople.Mentor("m", 40, "wellbeing")]), id => new MenteeFacts("University", "GOLD", answers[id]));

        Assert.Equal([("0", null), ("2", null), ("3", 0.5), ("4", null)], Table(report, "rounds-waited").Groups.Select(group => (group.Name, group.AcceptanceRate)));
        Assert.Equal(["0"], Table(report, "rounds-waited").Groups.Where(group => group.MedianScore is null).Select(group => group.Name));
        Assert.NotNull(report.All.AcceptanceRate);
    }

    [Fact]
    public void Spellings_of_one_institution_and_of_one_grade_are_one_group_and_the_erased_are_not_known()
    {
        var mentees = Enumerable.Range(0, 15).Select(number => PoolPeople.Mentee(Id(number), "wellbeing") with { Institution = "one" }).ToList();
        var report = Report(Pool.Of(mentees, []), id => id switch
        {
            "mentee-10" or "mentee-11" or "mentee-12" or "mentee-13" or "mentee-14" => null,
            "mentee-00" => new MenteeFacts("One", "Gold", null),
            _ => new MenteeFacts("ONE,", "GOLD", null),
        });

        Assert.Equal([("One", 15)], Table(report, "institution").Groups.Select(group => (group.Name, group.Mentees)));
        Assert.Equal([("Gold", 10), ("not known", 5)], Table(report, "grade").Groups.Select(group => (group.Name, group.Mentees)));
        Assert.Equal("10 to 19 people", Assert.Single(Table(report, "institution-size").Groups).Name);
        Assert.Null(report.All.AcceptanceRate);
    }

    [Fact]
    public void Every_matching_serves_the_longest_wait_first_and_one_that_does_not_is_found_out()
    {
        var breaches = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var pool = PoolPeople.Random(seed);
            var round = RoundSolution.Of(Rules, pool, "2024");
            Assert.True(Report(round, _ => null).LongestWaitFirst, $"seed {seed}");

            // Somebody who waited is put out for somebody who did not, on the same mentor.
            var (problem, result) = (round.Problem, round.Result);
            var mentorOf = result.Certificate.MentorOf.ToArray();
            var swap = (from patient in Enumerable.Range(0, mentorOf.Length)
                        from hasty in Enumerable.Range(0, mentorOf.Length)
                        where mentorOf[patient] >= 0 && mentorOf[hasty] < 0 && problem.Classes[patient] < problem.Classes[hasty] && problem.FindPair(hasty, mentorOf[patient]) >= 0
                        select ((int Patient, int Hasty)?)(patient, hasty)).FirstOrDefault();
            if (swap is not { } found)
                continue;
            (mentorOf[found.Hasty], mentorOf[found.Patient]) = (mentorOf[found.Patient], -1);
            var unfair = Report(new RoundSolution(Rules, pool, result with { Certificate = result.Certificate with { MentorOf = [.. mentorOf] } }), _ => null);
            Assert.False(unfair.LongestWaitFirst, $"seed {seed}");
            Assert.Contains("was left out although", unfair.LongestWaitWords, StringComparison.Ordinal);
            breaches++;
        }

        Assert.True(breaches > 20, $"{breaches} breaches");
    }

    private static IEnumerable<(string Part, string Whole, Func<PoolMentee, string> PartOf, Func<PoolMentee, string> WholeOf)> Nested(List<PoolMentee> mentees) =>
    [
        ("institution", "institution-size", mentee => mentee.Institution, mentee => mentees.Count(other => other.Institution == mentee.Institution) switch
        {
            1 => "1 person",
            < 5 => "2 to 4 people",
            < 10 => "5 to 9 people",
            < 20 => "10 to 19 people",
            _ => "20 people and more",
        }),
        ("rounds-waited", "first-time", mentee => Digits(mentee.RoundsWaited), mentee => mentee.RoundsWaited == 0 ? "first time" : "waited before"),
    ];

    private static FairnessReport Report(Pool pool, Func<string, MenteeFacts?> factsOf) => Report(RoundSolution.Of(Rules, pool, "2024"), factsOf);

    private static FairnessReport Report(RoundSolution round, Func<string, MenteeFacts?> factsOf) => FairnessReport.Of(round.Pool, round.Result, FairnessReport.FirstBreach(round), (id, _) => factsOf(id));

    private static FairnessTable Table(FairnessReport report, string by) => Assert.Single(report.Tables, table => table.By == by);

    private static string Id(int number) => "mentee-" + number.ToString("D2", CultureInfo.InvariantCulture);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
