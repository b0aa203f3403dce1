using AngleSharp.Html.Dom;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Coordinator;

/// <summary>What the desk says and offers while nobody has been matched, or may register, yet.</summary>
public sealed class DeskBeforeMatchingTests
{
    private const string Round = "/coordinator/rounds/autumn";

    [Fact]
    [Trait("Requirement", "RM1")]
    public async Task The_waiting_list_offers_a_match_by_hand_once_the_round_has_run_and_not_before()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        Assert.Equal(0, ByHand((await desk.GetAsync(Round + "/waiting")).Page));
        await host.RunRoundAsync();
        Assert.Equal(1, ByHand((await desk.GetAsync(Round + "/waiting")).Page));

        static int ByHand(IHtmlDocument page) => page.QuerySelectorAll("#main td a[href^='/coordinator/pair']").Length;
    }

    [Fact]
    [Trait("Requirement", "B8")]
    public async Task A_report_before_the_matching_says_that_nothing_of_it_has_happened_and_so_do_its_files()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");

        var words = Rendered.Words((await desk.GetAsync(Round + "/report")).Page);
        Assert.Contains("Nothing of it has happened", words, StringComparison.Ordinal);
        Assert.DoesNotContain("was served first", words, StringComparison.Ordinal);
        foreach (var said in new[] { words, await host.Host.Client.GetStringAsync(new Uri(Round + "/report.csv", UriKind.Relative)) })
        {
            Assert.Contains("Who would be matched now: by institution", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Who was matched", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Requirement", "RE20")]
    public async Task Before_registration_opens_nobody_is_asked_for_a_file_and_the_page_for_it_says_why()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.PostAsync(CoordinatorHost.Rounds, new { id = "later", opens = "2024-11-04T09:00", deadline = "2024-11-30T12:00" }, 201);

        Assert.Empty((await desk.GetAsync("/coordinator/rounds/later")).Page.QuerySelectorAll("a[href$='/upload']"));
        Assert.Contains("Registration opens at 9am on Monday 4 November 2024: no file is taken before.", Rendered.Words((await desk.GetAsync("/coordinator/rounds/later/upload")).Page), StringComparison.Ordinal);
        Assert.NotEmpty((await desk.GetAsync(Round)).Page.QuerySelectorAll("a[href$='/upload']"));
        Assert.Contains("Registration is open until noon on Monday 30 September 2024.", Rendered.Words((await desk.GetAsync(Round + "/upload")).Page), StringComparison.Ordinal);
    }
}
