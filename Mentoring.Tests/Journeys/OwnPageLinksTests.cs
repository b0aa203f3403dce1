using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using static Mentoring.Tests.Journeys.TwoRounds;

namespace Mentoring.Tests.Journeys;

/// <summary>What a person's own page leads to, by the link of whichever mail they came: people keep old mails.</summary>
public sealed class OwnPageLinksTests
{
    private const string Ann = "ann.first@university.example";
    private const string Nina = "nina.other@university.example";

    [Fact]
    public async Task A_mentor_of_two_comes_to_both()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2));
        var mentees = new[] { await journey.RegisterAsync(Cast.Mentee("Ann First")), await journey.RegisterAsync(Cast.Mentee("Ben Second")) };
        await journey.CloseAsync();
        foreach (var mentee in mentees)
        {
            await journey.AcceptAsync(mentee);
            await LeadsAsync(journey, Maya);
            await journey.SignBothAsync(mentee, Maya);
        }

        await LeadsAsync(journey, Maya, "Ann First", "Ben Second");
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public async Task Whoever_is_both_comes_to_their_mentor_and_to_their_mentee()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor").With("role", "both").With("seeks", "wellbeing").With("objectives", "Learn to delegate."));
        await journey.RegisterAsync(Cast.Mentor("Nina Other", 1, "wellbeing").With("institution", "University of the West"));
        await journey.RegisterAsync(Cast.Mentee("Ann First"));
        await journey.CloseAsync();
        await journey.AcceptAsync(Ann);
        await LeadsAsync(journey, Maya);
        await journey.AcceptAsync(Maya);

        await LeadsAsync(journey, Maya, "Ann First", "Nina Other");
    }

    [Fact]
    [Trait("Requirement", "RA5")]
    public async Task A_mentee_comes_to_the_offer_and_the_partnership_of_now_also_from_mails_about_those_before()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        foreach (var mentor in new[] { "Maya Okafor", "Nina Other", "Olu Third" })
            await journey.RegisterAsync(Cast.Mentor(mentor));
        await journey.CloseAsync();
        await journey.DeclineAsync(Tom);
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await LeadsAsync(journey, Tom);
        foreach (var _ in new[] { 2, 3 })
        {
            await journey.AcceptAsync(Tom);
            await LeadsAsync(journey, Tom);
            await journey.SignAsync(Tom);
            await journey.SignAsync(Introduced(journey));
            await LeadsAsync(journey, Tom);
            await journey.EndAsync(Tom, "other", ("again", "yes"));
            await journey.AdvanceAsync(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task Whoever_was_carried_into_the_next_round_comes_to_what_is_there_and_to_what_they_brought()
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Zoe Stays", "wellbeing"));
        await journey.PairAsync(mentor: Cast.Mentor("Maya Okafor", 2));
        await journey.PressAsync("zoe.stays@university.example", "stay", ("nextRound", "yes"));
        await journey.AdvanceToAsync(InSecond);
        await journey.RegisterAsync(Cast.Mentor("Nina Other", 1, "wellbeing"));
        var ann = await journey.RegisterAsync(Cast.Mentee("Ann First"));
        await journey.AdvanceToAsync(SecondRan);
        await LeadsAsync(journey, "zoe.stays@university.example");
        await journey.AcceptAsync("zoe.stays@university.example");
        await journey.AcceptAsync(ann);

        await LeadsAsync(journey, "zoe.stays@university.example", "Nina Other");
        await LeadsAsync(journey, Maya, "Tom Hughes", "Ann First");
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("decline")]
    public async Task An_answer_by_way_of_ones_own_page_is_shown_once_it_is_given(string answer)
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();

        await StepAsync(journey, Tom, "/offers/", "", ("answer", answer));
        if (answer == "decline")
            return;
        await StepAsync(journey, Tom, "/agreements/", "", ("agree", "yes"), ("signature", "Tom Hughes"));
        await StepAsync(journey, Maya, "/agreements/", "", ("agree", "yes"), ("signature", "Maya Okafor"));
        await StepAsync(journey, Tom, "/partnerships/", "/review");
        await StepAsync(journey, Tom, "/reviews/", "", ("useful", "4"), ("share", "no"));
        await StepAsync(journey, Maya, "/partnerships/", "/end", ("reason", "other"), ("available", "yes"));
    }

    [Fact]
    [Trait("Requirement", "RV11")]
    public async Task Nobodys_link_opens_what_is_another_persons()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Zoe Stranger", "wellbeing"));
        await journey.PairAsync();
        await journey.PostAsync(journey.PartnershipOf(Tom) + "/review");
        var own = journey.OwnPageOf(Tom);
        string[] theirs = [.. await LinksAsync(journey, own, "/partnerships/"), .. await LinksAsync(journey, own, "/reviews/")];
        var strangers = journey.OwnPageOf("zoe.stranger@university.example").Split('/')[2];

        Assert.Equal(2, theirs.Length);
        foreach (var (page, subject) in theirs.Select(link => (link.Split('/')[1], link.Split('~')[1])))
            Assert.Equal(HttpStatusCode.NotFound, (await journey.GetAsync($"/{page}/{strangers}~{subject}")).Status);
        // The mentor's link does not open the mentee's review either.
        Assert.Equal(HttpStatusCode.NotFound, (await journey.GetAsync($"/reviews/{journey.OwnPageOf(Maya).Split('/')[2]}~{theirs[1].Split('~')[1]}")).Status);
    }

    /// <summary>Opens the person's own page by the link of every mail they have: each link on it leads to a page of whom the section names.</summary>
    private static async Task LeadsAsync(Journey journey, string email, params string[] partners)
    {
        foreach (var mail in journey.Mails(email))
        {
            var own = "/registrations/" + mail.Links.Select(link => new Uri(link).AbsolutePath.Split('/')).First(path => path.Length > 2 && path[2].Length == 43)[2];
            var sections = (await DocumentAsync(journey, own)).QuerySelectorAll("main section");
            Assert.All(partners, partner => Assert.Contains(sections, section => section.QuerySelector("h2")!.TextContent.Contains(partner, StringComparison.Ordinal)));
            foreach (var (section, link) in sections.SelectMany(section => Links(section).Select(link => (section, link))))
            {
                var page = await journey.GetAsync(link);
                Assert.True(page.Status == HttpStatusCode.OK, $"{mail.Mail.Template}: {section.QuerySelector("h2")!.TextContent} leads to {page.Status}.");
                Assert.Contains(section.QuerySelector("h2 bdi")?.TextContent ?? "We have found a mentor for you", page.Body, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Goes from one's own page, as the first mail of all opens it, to a page, sends a form there, and sees what came of it.</summary>
    private static async Task StepAsync(Journey journey, string email, string page, string button, params (string Name, string Value)[] fields)
    {
        var link = Assert.Single(await LinksAsync(journey, journey.OwnPageOf(email), page));
        var reply = await journey.PostAsync(link + button, fields);
        Assert.Equal(HttpStatusCode.SeeOther, reply.Status);
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(reply.Location!)).Status);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(Journey journey, string own, string page) =>
        [.. Links((await DocumentAsync(journey, own)).QuerySelector("main")!).Where(link => link.StartsWith(page, StringComparison.Ordinal))];

    private static IEnumerable<string> Links(IElement part) => part.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)
        .Where(link => link.Split('/')[1] is "offers" or "agreements" or "partnerships" or "reviews");

    private static async Task<IDocument> DocumentAsync(Journey journey, string path) => await new HtmlParser().ParseDocumentAsync((await journey.GetAsync(path)).Body);

    /// <summary>The mentor who was introduced last.</summary>
    private static string Introduced(Journey journey) =>
        journey.Host.Mailbox.Read().Last(mail => mail.Mail.Template == "introduction" && mail.Mail.To != Tom).Mail.To;
}
