using System.IO.Compression;
using AngleSharp.Html.Dom;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Coordinator;

/// <summary>The coordinator's desk as a person uses it, without script.</summary>
public sealed class DeskTests
{
    private const string Round = "/coordinator/rounds/autumn";
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";
    private const string Noor = "noor.aziz@university.example";

    [Fact]
    [Trait("Requirement", "RM6")]
    [Trait("Requirement", "RC6")]
    public async Task Nothing_needs_anybody_and_a_match_by_hand_is_made_only_after_the_last_word()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "relationships");
        await host.RunRoundAsync();
        await host.Host.AdvanceAsync(TimeSpan.FromSeconds(17));
        var calm = (await desk.GetAsync("/coordinator")).Page;
        Assert.Equal("Nothing needs you", calm.QuerySelector("h1")!.TextContent);
        Assert.NotNull(calm.QuerySelector("a[href='/coordinator/rounds']"));
        Assert.Matches(@"As of \d+:\d\dpm on Monday 30 September 2024\.", Rendered.Words(calm));

        var asked = await desk.SubmitAsync((await desk.GetAsync("/coordinator/pair")).Page, ("mentee", Tom), ("mentor", Maya), ("note", "Both asked for it."));
        Assert.Contains("Yes, make this match", Rendered.Words(asked.Page), StringComparison.Ordinal);
        Assert.Equal(0, (await host.FiguresAsync()).GetProperty("offers").GetProperty("pending").GetInt32());
        var done = await desk.SubmitAsync(asked.Page);

        Assert.Equal(303, (int)done.Status);
        Assert.Equal("coordinator", (await host.OfferAsync("pending")).GetProperty("by").GetString());
        Says((await desk.GetAsync(Round + "/pairs")).Page, "Tom Hughes with Maya Okafor", "by hand", "Both asked for it.", "waiting for an answer");
        Says((await desk.GetAsync("/coordinator")).Page, "A coordinator has acted once so far, once as a matter of routine");
        Says((await desk.GetAsync(Round + "/report")).Page, "A coordinator’s actions so far: 1, of them routine: 1.", "a full day a week");
    }

    [Fact]
    [Trait("Requirement", "RM14")]
    public async Task A_mentee_is_given_another_mentor_and_the_story_says_so()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.RunRoundAsync();
        await host.AnswerAsync(Tom, "offer", ("answer", "accept"));
        var person = (await desk.GetAsync("/coordinator/people?q=tom")).Page.QuerySelector("tbody th a")!.GetAttribute("href")!;
        var reassign = (await desk.GetAsync(person)).Page.QuerySelectorAll(".actions a").Single(link => link.TextContent == "Give them another mentor").GetAttribute("href")!;

        var story = await desk.DoAsync(reassign, ("reason", "capacity"), ("mentorStays", "no"));

        Says(story, "The partnership is ended without blame, and both are told.", "Was offered Maya Okafor as mentor.", "Accepted Maya Okafor. Both were introduced.", "ended: there was no time for it, by the coordinator", "waiting");
        Assert.Equal(1, (await host.FiguresAsync()).GetProperty("partnerships").GetProperty("ended").GetInt32());
        Assert.Single(host.Host.Mailbox.Read(Maya), mail => mail.Mail.Template == "partnership-ended");
    }

    [Fact]
    [Trait("Requirement", "B1")]
    [Trait("Requirement", "B2")]
    [Trait("Requirement", "B3")]
    [Trait("Requirement", "B4")]
    [Trait("Requirement", "B8")]
    public async Task Certificate_waiting_list_what_if_why_not_and_fairness_are_read_in_words()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.MenteeAsync("Noor Aziz", "Third University", "wellbeing");
        await host.RunRoundAsync();

        Says((await desk.GetAsync(Round + "/certificate")).Page, "No better matching exists.", "1 of 2", "2 mentees can have only 1 mentor between them, with 1 place");
        var waiting = (await desk.GetAsync(Round + "/waiting")).Page;
        Says(waiting, "1 person is waiting", "Noor Aziz");
        Assert.NotEmpty(waiting.QuerySelectorAll("#main td li"));
        Says((await desk.GetAsync(Round + "/what-if?recruit=wellbeing&institutions=")).Page, "1 mentee would gain, nobody would lose", "Noor Aziz", "The checker confirms");
        Says((await desk.GetAsync(Round + "/what-if?without=nobody")).Page, "There is a problem");
        Says((await desk.GetAsync($"{Round}/why-not?mentee={Noor}&mentor={Maya}")).Page, "Noor Aziz and Maya Okafor", "Together they would have", "This is about the matching of", "What has happened since");
        Says((await desk.GetAsync(Round + "/report")).Page, "Whoever waited longest was served first", "by institution", "Where one more mentor would help");
        Assert.Equal(1, (await host.FiguresAsync()).GetProperty("offers").GetProperty("pending").GetInt32());
    }

    [Fact]
    public async Task Reports_come_as_files_that_hold_no_formula()
    {
        await using var host = await CoordinatorHost.StartAsync();
        for (var number = 0; number < 6; number++)
            await host.MenteeAsync($"Ann Person{(char)('a' + number)}", "=cmd()|'/c calc'!A0", "wellbeing");
        await host.RunRoundAsync();

        var csv = await host.Host.Client.GetStringAsync(new Uri(Round + "/report.csv", UriKind.Relative));
        Assert.Contains("cmd()", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)(^|,|\")=cmd", csv);
        using var workbook = new ZipArchive(new MemoryStream(await host.Host.Client.GetByteArrayAsync(new Uri(Round + "/report.xlsx", UriKind.Relative))));
        Assert.Contains(workbook.Entries, entry => entry.FullName == "xl/worksheets/sheet1.xml");
        foreach (var entry in workbook.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            var text = await reader.ReadToEndAsync();
            Assert.DoesNotContain(">=cmd", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<f>", text, StringComparison.Ordinal);
            System.Xml.Linq.XDocument.Parse(text);
        }
    }

    [Fact]
    public async Task A_late_round_is_run_and_a_settled_matter_leaves_the_list()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.RunRoundAsync();
        await host.AnswerAsync(Tom, "offer", ("answer", "accept"));
        var mail = host.Host.Mailbox.Read(Tom).Last(received => received.Mail.Template == "introduction");
        var path = new Uri(mail.Links.First(link => link.Contains("/partnerships/", StringComparison.Ordinal))).AbsolutePath;
        await desk.PostAsync(path + "/end", ("reason", "other"), ("comment", "We need help."));
        await host.Host.DrainAsync();

        var dashboard = (await desk.GetAsync("/coordinator")).Page;
        Says(dashboard, "1 matter needs you", "We need help.");
        await desk.DoAsync(dashboard.QuerySelectorAll(".attention .action").Single().GetAttribute("href")!);
        Says((await desk.GetAsync("/coordinator")).Page, "Nothing needs you");
    }

    private static void Says(IHtmlDocument page, params string[] words) => Assert.All(words, word => Assert.Contains(word, Rendered.Words(page), StringComparison.Ordinal));
}
