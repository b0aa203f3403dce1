using System.Net;
using AngleSharp.Html.Dom;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Schemes;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Coordinator;

/// <summary>What the evaluation leads to, and where a coordinator finds what falls to them.</summary>
public sealed class SchemeChangeTests
{
    private const string What = "Mentors are shown round by video before their first meeting.";
    private const string Because = "Several reviews asked for more guidance at the start.";
    private const string Round = "/coordinator/rounds/autumn";

    [Fact]
    [Trait("Requirement", "RV7")]
    public async Task A_change_that_the_evaluation_led_to_is_recorded_and_published_until_it_is_taken_off_again()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        Assert.DoesNotContain("What we changed", Rendered.Words((await desk.GetAsync("/scheme")).Page), StringComparison.Ordinal);

        var done = await desk.DoAsync("/coordinator/changes", ("what", What), ("because", Because));

        Says(done, "The change is recorded");
        Says((await desk.GetAsync("/scheme")).Page, "What we changed because of what you told us", What, Because, "Thursday 5 September 2024");
        var feedback = (await desk.GetAsync(Round + "/feedback")).Page;
        Says(feedback, "What was changed because of it", What);
        var entry = Assert.Single(await host.Host.Ledger.JournalAsync(DeskRows.Partition, 0, default).ToListAsync(), entry => entry.Draft.Event == "desk.record-change");
        Assert.DoesNotContain("video", entry.ToString(), StringComparison.Ordinal);

        await desk.DoAsync(feedback.QuerySelector("a[href$='/remove']")!.GetAttribute("href")!);
        Assert.DoesNotContain(What, Rendered.Words((await desk.GetAsync("/scheme")).Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/coordinator/changes/nothing/remove")).Status);
    }

    [Fact]
    public async Task Nothing_is_published_before_the_last_word_or_without_its_reason()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);

        var asked = await desk.SubmitAsync((await desk.GetAsync("/coordinator/changes")).Page, ("what", What), ("because", Because));
        var faulty = await desk.SubmitAsync((await desk.GetAsync("/coordinator/changes")).Page, ("what", What), ("because", " "));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (asked.Status, faulty.Status));
        Says(faulty.Page, "There is a problem", What);
        Assert.Empty(await host.Host.Ledger.ListAsync(null, SchemeChange.Kind, default).ToListAsync());
    }

    [Fact]
    public async Task A_change_whose_button_is_pressed_twice_is_published_once()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        var asked = await desk.SubmitAsync((await desk.GetAsync("/coordinator/changes")).Page, ("what", What), ("because", Because));
        for (var press = 0; press < 2; press++)
            Assert.Equal(HttpStatusCode.SeeOther, (await desk.SubmitAsync(asked.Page)).Status);

        Assert.Single(await host.Host.Ledger.ListAsync(null, SchemeChange.Kind, default).ToListAsync());
    }

    /// <summary>Trouble spots and figures for funders, after a round.</summary>
    [Fact]
    [Trait("Requirement", "RV7")]
    public async Task What_does_not_go_well_shows_while_the_scheme_runs_and_its_effect_is_reported_in_figures()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "career-planning");
        await host.RunRoundAsync();

        Says((await desk.GetAsync(Round + "/feedback")).Page, "How it goes, what would help people, and what they say of the scheme");
        Says((await desk.GetAsync(Round + "/report")).Page, "From offer to introduction", "How partnerships ended", "Objectives reached", "The scheme’s five aims", "Where one more mentor would help");
        Assert.Contains("Objectives reached", await host.Host.Client.GetStringAsync(new Uri(Round + "/report.csv", UriKind.Relative)), StringComparison.Ordinal);
    }

    /// <summary>Budgets, publicity and the backing of senior people stay with the association: software has no part in them.</summary>
    [Theory]
    [InlineData("/coordinator", "Nothing needs you")]
    [InlineData("/coordinator/people", "Tom Hughes")]
    [InlineData("/coordinator/mail", "registration received")]
    [InlineData("/coordinator/pair", "Match two people by hand")]
    [InlineData(Round + "/pairs", "Maya Okafor")]
    [InlineData(Round + "/certificate", "No better matching exists.")]
    [InlineData(Round + "/report", "What it took")]
    [InlineData(Round + "/report", "Where one more mentor would help")]
    [InlineData(Round + "/feedback", "Written to you")]
    [InlineData("/coordinator/changes", "Record a change")]
    [InlineData("/scheme", "Robin Carter")]
    [Trait("Requirement", "RC4")]
    public async Task What_falls_to_a_coordinator_has_its_place(string path, string words)
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.RunRoundAsync();

        Says((await desk.GetAsync(path)).Page, words);
    }

    private static void Says(IHtmlDocument page, params string[] words) => Assert.All(words, word => Assert.Contains(word, Rendered.Words(page), StringComparison.Ordinal));
}
