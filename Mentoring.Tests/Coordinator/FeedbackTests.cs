using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Coordinator;

/// <summary>What the coordinator reads of reviews: each answer for the purposes that its author allowed, and for no other.</summary>
public sealed class FeedbackTests
{
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
        var answered = await desk.PostAsync(
            Link(host, tom, "review-interim", "/reviews/"),
            [("useful", "4"), ("support", "A workshop on statistics."), ("share", purpose is null ? "no" : "yes"), .. purpose is null ? Array.Empty<(string, string)>() : [("purpose", purpose)]]);
        Assert.True(answered.Status == System.Net.HttpStatusCode.SeeOther, Rendered.Words(answered.Page));

        var page = (await desk.GetAsync("/coordinator/rounds/autumn/feedback")).Page;
        var words = Rendered.Words(page);

        Assert.Equal(needs, words.Contains("A workshop on statistics.", StringComparison.Ordinal));
        Assert.Equal(needs || caseStudy, words.Contains("Tom Hughes", StringComparison.Ordinal));
        Assert.Equal(!needs && !caseStudy, words.Contains("1 review is not shown", StringComparison.Ordinal));
    }

    private static string Link(CoordinatorHost host, string to, string template, string path) =>
        new Uri(host.Host.Mailbox.Read(to).Last(mail => mail.Mail.Template == template).Links.First(link => link.Contains(path, StringComparison.Ordinal))).AbsolutePath;
}
