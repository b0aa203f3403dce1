using System.Globalization;
using System.Text;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator;
using Mentoring.Functions.Coordinator.Reports;

namespace Mentoring.Tests.Coordinator;

[Trait("Requirement", "B8")]
public sealed class ImpactTablesTests
{
    private static readonly DateTimeOffset Now = new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero);
    private static readonly string[] Reached = [.. ReviewQuestions.For(ReviewKind.Final, Party.Mentee, true).First(question => question.Code == "objectives").Options.Select(option => option.Code)];
    private static readonly EndingReason[] Reasons = Enum.GetValues<EndingReason>();

    [Fact]
    public void Large_counts_are_told_with_their_share()
    {
        var rows = Rows("objectives", Book(answers: [6, 0, 8, 6, 0]));

        Assert.Equal([("6", "30%"), ("0", "0%"), ("8", "40%"), ("6", "30%"), ("0", "0%")], rows.Select(row => (row[1], row[2])));
        Assert.Equal(["7", "5"], Rows("endings", Book(endings: [7, 0, 0, 5, 0, 0])).Select(row => row[1]));
    }

    [Fact]
    public void A_small_count_is_kept_back_with_the_least_of_the_others_because_it_would_follow_from_them()
    {
        var rows = Rows("objectives", Book(answers: [6, 0, 9, 3, 0]));

        Assert.Equal([("kept back", "kept back"), ("0", "0%"), ("9", "50%"), ("fewer than 5", "fewer than 5"), ("0", "0%")], rows.Select(row => (row[1], row[2])));
        Assert.Equal(["9", "kept back", "fewer than 5"], Rows("endings", Book(endings: [9, 6, 0, 0, 0, 1])).Select(row => row[1]));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    public void Small_counts_that_their_sum_gives_away_are_kept_back_with_the_least_of_the_others(int one, int other)
    {
        var rows = Rows("objectives", Book(answers: [one, 6, 9, other, 0]));

        Assert.Equal(["fewer than 5", "kept back", "9", "fewer than 5", "0"], rows.Select(row => row[1]));
        Assert.Equal(["9", "fewer than 5", "fewer than 5"], Rows("endings", Book(endings: [9, 2, 0, 0, 0, 3])).Select(row => row[1]));
    }

    [Fact]
    public void No_count_that_is_kept_back_can_be_reckoned_from_the_others()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var dice = new Random(seed);
            int[] answers = [.. Reached.Select(_ => dice.Next(3) == 0 ? 0 : dice.Next(12))];
            int[] endings = [.. Reasons.Select(_ => dice.Next(3) == 0 ? 0 : dice.Next(12))];
            var book = Book(answers, endings);
            foreach (var (rows, counts) in new[] { (Rows("objectives", book), answers), (Rows("endings", book), endings.Where(count => count > 0).ToArray()) })
            {
                var about = $"seed {seed}: {string.Join(' ', counts)}";
                var told = rows.Select(row => int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : (int?)null).ToList();
                Assert.True(told.Zip(counts.Take(told.Count)).All(row => row.First is null || (row.First == row.Second && row.First is 0 or >= FairnessReport.SmallestGroup)), about);
                Assert.True(told.Count(count => count is null) != 1 || counts.Count(count => count > 0) == 1, about);
                Assert.True(rows.Where(row => row.Count > 2).All(row => row[2].EndsWith('%') == int.TryParse(row[1], out _)), about);
            }
        }
    }

    [Theory]
    [InlineData(12, 7, "12", "12")]
    [InlineData(12, 0, "12", "12")]
    [InlineData(12, 2, "kept back", "kept back")]
    [InlineData(3, 9, "kept back", "kept back")]
    public void How_many_pairs_were_introduced_is_told_exactly_where_it_is_told_how_many_accepted(int accepted, int declined, string told, string introduced)
    {
        var book = SampleBook.Answered(accepted, declined, Now);
        var offers = ImpactTables.Acceptance(book).Rows;
        var effort = EffortFigures.Table(book).Rows;

        Assert.Equal(told, Assert.Single(offers, row => row[0] == "Offers accepted")[1]);
        Assert.Equal(introduced, Assert.Single(effort, row => row[0] == "Pairs introduced")[1]);
        Assert.All(offers.Where(row => row[0].StartsWith("Days", StringComparison.Ordinal)), days => Assert.Equal("kept back", days[1]));
        Assert.Equal(introduced == "kept back" ? "kept back" : "0", Assert.Single(effort, row => row[0] == "Partnerships that run")[1]);
        Assert.Equal(introduced != "kept back", EffortFigures.Words(book).Contains("Pairs introduced so far: 12.", StringComparison.Ordinal));
    }

    [Fact]
    public void Few_who_seek_an_area_are_not_counted_in_what_may_be_printed()
    {
        Assert.Equal(["fewer than 5", "kept back"], Wanted(seeking: 3, unmatched: 1));
        Assert.Equal(["9", "kept back"], Wanted(seeking: 9, unmatched: 2));
        Assert.Equal(["9", "0"], Wanted(seeking: 9, unmatched: 0));
        Assert.Equal(["20", "8"], Wanted(seeking: 20, unmatched: 8));
    }

    [Fact]
    public void Files_have_every_group_however_many_there_are_and_the_page_says_how_many_more_they_have()
    {
        List<FairnessGroup> groups = [.. Enumerable.Range(1, 83).Select(number => new FairnessGroup($"University {number:D2}", 9, 9, 1, null, null))];
        var report = new RoundReport("2024", "round", Now, new RoundTotals(747, 747, 747, 747, 747, 747), new FairnessReport(new FairnessGroup("all", 747, 747, 1, null, null), [new FairnessTable("institution", groups, 0)], true, ""), new RecruitmentView(3, [], []));

        var table = FairnessTables.Of(report).First();

        Assert.Contains("\nUniversity 83,9", Encoding.UTF8.GetString(ReportFiles.Csv([table])), StringComparison.Ordinal);
        Assert.Equal(84, table.Rows.Count);
        Assert.Equal([.. groups.Take(60).Select(group => group.Name), "all together"], table.RowsOnPage.Select(row => row[0]));
        Assert.Equal(23, table.LeftOut);
    }

    private static IEnumerable<string> Wanted(int seeking, int unmatched)
    {
        var area = new AreaAdvice("area", "An area", seeking, unmatched, 4, 1, 100, 2);
        var report = new RoundReport("2024", "round", Now, new RoundTotals(seeking, 4, 4, 4, 400, 4), new FairnessReport(new FairnessGroup("all", 9, 9, 1, null, null), [], true, ""), new RecruitmentView(3, [area], []));
        return FairnessTables.Of(report).Single(table => table.Id == "recruit").Rows[0].Skip(1).Take(2);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(string table, RoundBook book) => ImpactTables.Of(book).Single(one => one.Id == table).Rows;

    /// <param name="answers">How many final reviews give each answer, in the order of the options.</param>
    /// <param name="endings">How many partnerships ended for each reason.</param>
    private static RoundBook Book(IReadOnlyList<int>? answers = null, IReadOnlyList<int>? endings = null)
    {
        var reviews = (answers ?? []).SelectMany((count, option) => Enumerable.Range(0, count).Select(number => Answered($"{option}-{number}", Reached[option])));
        var ended = (endings ?? []).SelectMany((count, reason) => Enumerable.Range(0, count).Select(number => SampleBook.Ended($"{reason}-{number}", Reasons[reason], Now)));
        return SampleBook.Of(ended, reviews);
    }

    private static Review.Answered Answered(string id, string answer) => new(
        new ReviewForm(id, ReviewKind.Final, 1, Party.Mentee, "mentee-" + id, AsksToContinue: true),
        new ReviewAnswers(new Dictionary<string, IReadOnlyList<string>> { ["objectives"] = [answer] }, @continue: false, [ReviewPurposes.ReportFigures]),
        Now);
}
