using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Coordinator.Reports;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Coordinator;

/// <summary>What the coordinator reads of reviews: each answer for the purposes that its author allowed, and for no other.</summary>
public sealed class FeedbackTests
{
    private static readonly DateTimeOffset Now = new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("improve-scheme", true, false)]
    [InlineData("case-study", false, true)]
    [InlineData(null, false, false)]
    [Trait("Requirement", "RV3")]
    [Trait("Requirement", "RV5")]
    [Trait("Requirement", "RV6")]
    public async Task Answers_show_only_for_what_their_author_allows(string? purpose, bool needs, bool caseStudy)
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await ReviewAsync(
            host, desk, [("support", "A workshop on statistics."), ("share", purpose is null ? "no" : "yes"), .. purpose is null ? Array.Empty<(string, string)>() : [("purpose", purpose)]]);

        var page = (await desk.GetAsync("/coordinator/rounds/autumn/feedback")).Page;
        var words = Rendered.Words(page);

        Assert.Equal(needs, words.Contains("A workshop on statistics.", StringComparison.Ordinal));
        Assert.Equal(needs || caseStudy, words.Contains("Tom Hughes", StringComparison.Ordinal));
        Assert.Equal(!needs && !caseStudy, words.Contains("1 review is not shown", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "RV2")]
    [Trait("Requirement", "RV4")]
    public void Whatever_is_answered_in_words_is_read_if_its_author_allows_it_however_many_answer()
    {
        var answered = Enumerable.Range(0, 130).Select(number => new Review.Answered(
            new ReviewForm($"r-{number:D3}", number < 65 ? ReviewKind.Interim : ReviewKind.Final, 1, Party.Mentee, $"mentee-{number:D3}", AsksToContinue: true),
            new ReviewAnswers(new Dictionary<string, IReadOnlyList<string>> { [number < 65 ? "meetingPlace" : "scheme"] = ["In words."], ["toCoordinator"] = ["To you."] }, @continue: null, [ReviewPurposes.ImproveScheme, ReviewPurposes.CaseStudy]),
            Now));

        var feedback = new Feedback(SampleBook.Of([], answered));

        Assert.Equal(
            [("How was the scheme as a whole?", 65), ("Where do you meet?", 65)],
            feedback.Needs().CountBy(row => row.About).Select(about => (about.Key, about.Value)).OrderBy(about => about.Key, StringComparer.Ordinal));
        Assert.Equal(130, feedback.ToCoordinator().Count);
        Assert.Equal(130, feedback.CaseStudies().Count);
    }

    [Fact]
    [Trait("Requirement", "RP12")]
    public async Task A_word_to_the_coordinator_in_a_review_is_mailed_and_stays_on_the_desk_until_it_is_settled()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await ReviewAsync(host, desk, ("toCoordinator", "We have not met yet."), ("share", "no"));

        Assert.Single(host.Host.Mailbox.Read("mentoring@planners.example"), mail => mail.Mail.Template == "coordinator-attention");
        Assert.Equal("review-note", Assert.Single((await host.FiguresAsync()).GetProperty("needsAttention").EnumerateArray()).GetProperty("code").GetString());
        var dashboard = (await desk.GetAsync("/coordinator")).Page;
        Assert.Contains("1 matter needs you", Rendered.Words(dashboard), StringComparison.Ordinal);
        Assert.Contains("A word to you in a review: Tom Hughes", Rendered.Words(dashboard), StringComparison.Ordinal);
        var feedback = dashboard.QuerySelector(".attention a[href$='/feedback']")!.GetAttribute("href")!;
        Assert.Contains("We have not met yet.", Rendered.Words((await desk.GetAsync(feedback)).Page), StringComparison.Ordinal);

        await desk.DoAsync(dashboard.QuerySelectorAll(".attention .action").Single().GetAttribute("href")!);

        Assert.Contains("Nothing needs you", Rendered.Words((await desk.GetAsync("/coordinator")).Page), StringComparison.Ordinal);
        Assert.Contains("We have not met yet.", Rendered.Words((await desk.GetAsync(feedback)).Page), StringComparison.Ordinal);
    }

    /// <summary>Tom Hughes and Maya Okafor begin, and Tom answers a review that he asked for.</summary>
    private static async Task ReviewAsync(CoordinatorHost host, Desk desk, params (string, string)[] fields)
    {
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.RunRoundAsync();
        const string tom = "tom.hughes@university.example";
        await host.AnswerAsync(tom, "offer", ("answer", "accept"));
        foreach (var (address, name) in ((string, string)[])[(tom, "Tom Hughes"), ("maya.okafor@university.example", "Maya Okafor")])
            await desk.PostAsync(Link(host, address, "introduction", "/agreements/"), ("agree", "yes"), ("signature", name));
        await host.Host.DrainAsync();
        await desk.PostAsync(Link(host, tom, "agreement-complete", "/partnerships/") + "/review", ("ask", "yes"));
        await host.Host.DrainAsync();
        var answered = await desk.PostAsync(Link(host, tom, "review-interim", "/reviews/"), [("useful", "4"), .. fields]);
        Assert.True(answered.Status == System.Net.HttpStatusCode.SeeOther, Rendered.Words(answered.Page));
        await host.Host.DrainAsync();
    }

    private static string Link(CoordinatorHost host, string to, string template, string path) =>
        new Uri(host.Host.Mailbox.Read(to).Last(mail => mail.Mail.Template == template).Links.First(link => link.Contains(path, StringComparison.Ordinal))).AbsolutePath;
}
