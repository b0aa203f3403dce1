using System.Net;

namespace Mentoring.Tests.Journeys;

public sealed class OfferAnswerTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";

    [Fact]
    [Trait("Requirement", "RA1")]
    [Trait("Requirement", "RA2")]
    [Trait("Requirement", "RA6")]
    [Trait("Requirement", "RA7")]
    public async Task The_mentee_is_asked_first_and_after_a_yes_both_are_introduced_at_one_moment()
    {
        await using var journey = await OfferedAsync();
        Assert.Equal(["registration-received", "offer"], journey.Templates(Tom));
        Assert.Equal(["registration-received", "round-run"], journey.Templates(Maya));
        Assert.DoesNotContain("Tom", string.Concat(journey.Mails(Maya).Select(mail => mail.Mail.Text + mail.Mail.Html)), StringComparison.Ordinal);

        await journey.AdvanceDaysAsync(1);
        await journey.AcceptAsync(Tom);

        var (his, hers) = (journey.MailTo(Tom, "introduction"), journey.MailTo(Maya, "introduction"));
        Assert.Equal(his.SentAt, hers.SentAt);
        Assert.Equal(journey.Now, hers.SentAt);
        Assert.Contains("Maya Okafor", his.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("Tom Hughes", hers.Mail.Text, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RA13")]
    [Trait("Requirement", "RA14")]
    public async Task Offer_and_introduction_say_on_what_the_match_was_made_how_long_it_runs_and_who_helps()
    {
        await using var journey = await OfferedAsync();
        await journey.AcceptAsync(Tom);

        foreach (var mail in new[] { journey.MailTo(Tom, "offer"), journey.MailTo(Tom, "introduction"), journey.MailTo(Maya, "introduction") })
        {
            Assert.All(
                ["Career planning", "12 months", " 2025", "Robin Carter", "mentoring@planners.example", "020 7946 0000", "in confidence"],
                words => Assert.Contains(words, Journey.WordsOf(mail), StringComparison.OrdinalIgnoreCase));
            Assert.Contains(mail.Links, link => link.Contains("/documents/handbook", StringComparison.Ordinal));
        }

        journey.HasNoFaults();
    }

    [Theory]
    [InlineData("accept", "decline", "offer-accepted")]
    [InlineData("decline", "accept", "offer-declined")]
    public async Task A_second_click_gives_the_same_answer_and_a_contrary_one_is_refused(string first, string contrary, string code)
    {
        await using var journey = await OfferedAsync();
        var page = journey.LinkTo(Tom, "offer", "/offers/");

        var once = await journey.PostForJsonAsync(page, ("answer", first));
        var (mails, journal) = (journey.Host.Mailbox.Read().Count, await journey.JournalAsync());
        var twice = await journey.PostForJsonAsync(page, ("answer", first));
        var otherwise = await journey.PostForJsonAsync(page, ("answer", contrary));
        var inBrowser = await journey.PostAsync(page, ("answer", contrary));

        Assert.Equal((HttpStatusCode.OK, once.Body), (twice.Status, twice.Body));
        Assert.Equal((HttpStatusCode.Conflict, code), (otherwise.Status, otherwise.Code));
        Assert.Equal(HttpStatusCode.Conflict, inBrowser.Status);
        Assert.Contains(first == "accept" ? "accepted" : "declined", inBrowser.Body, StringComparison.Ordinal);
        Assert.Equal((mails, journal), (journey.Host.Mailbox.Read().Count, await journey.JournalAsync()));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task An_answer_after_the_date_in_the_mail_is_too_late_and_says_what_to_do()
    {
        await using var journey = await OfferedAsync();
        var page = journey.LinkTo(Tom, "offer", "/offers/");
        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 7, 11, 0, 0, TimeSpan.Zero));

        var late = await journey.PostForJsonAsync(page, ("answer", "accept"));
        Assert.Equal((HttpStatusCode.Gone, "offer-expired"), (late.Status, late.Code));
        var inBrowser = await journey.PostAsync(page, ("answer", "accept"));
        Assert.Equal(HttpStatusCode.Gone, inBrowser.Status);
        Assert.Contains("/registrations/", inBrowser.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(page)).Status);
        Assert.Empty(journey.Mails(Maya, "introduction"));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Unknown_and_malformed_links_get_one_and_the_same_page()
    {
        await using var journey = await OfferedAsync();
        string[] tokens = [new('x', 43), "short", "%3Cscript%3E", new('y', 200), new string('z', 42) + "%21"];
        foreach (var page in new[] { "/offers/", "/agreements/", "/partnerships/", "/reviews/", "/registrations/" })
        {
            var replies = new List<Reply>();
            foreach (var token in tokens)
                replies.Add(await journey.GetAsync(page + token));
            Assert.All(replies, reply => Assert.Equal(HttpStatusCode.NotFound, reply.Status));
            Assert.Single(replies.Select(reply => reply.Body).Distinct());
        }

        var posted = await journey.PostAsync("/offers/" + tokens[0], ("answer", "accept"));
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        // The mentor's own link opens no offer either.
        var hers = journey.OwnPageOf(Maya).Replace("/registrations/", "/offers/", StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, posted.Body), ((await journey.GetAsync(hers)).Status, (await journey.GetAsync(hers)).Body));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Many_clicks_at_once_are_one_answer()
    {
        await using var journey = await OfferedAsync();
        var page = journey.LinkTo(Tom, "offer", "/offers/");
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => journey.PostForJsonAsync(page, ("answer", number % 2 == 0 ? "accept" : "decline"))));

        Assert.Equal(5, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.Equal(5, replies.Count(reply => reply.Status == HttpStatusCode.Conflict));
        Assert.Single(await journey.EventsAsync(), code => code is "offer.accepted" or "offer.declined");
        Assert.Equal(journey.Mails(Tom, "introduction").Count, journey.Mails(Maya, "introduction").Count);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_last_place_is_offered_to_one_mentee_only_however_many_try_at_once()
    {
        await using var journey = await Journey.StartAsync();
        string[] mentees = ["Ann One", "Bea Two", "Cat Three"];
        foreach (var name in mentees)
            await journey.RegisterAsync(Cast.Mentee(name));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2));
        await journey.CloseAsync();
        var waiting = journey.Host.Mailbox.Read().Single(mail => mail.Mail.Template == "round-unmatched").Mail.To;
        var offered = journey.Host.Mailbox.Read().Where(mail => mail.Mail.Template == "offer").Select(mail => mail.Mail.To).ToList();

        var byHand = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => journey.MatchByHandAsync(waiting, Maya)));
        Assert.All(byHand, reply => Assert.Equal((HttpStatusCode.Conflict, "mentor-no-place"), (reply.Status, reply.Code)));
        await Task.WhenAll(offered.Select(mentee => journey.AcceptAsync(mentee)));
        Assert.Equal(2, journey.Mails(Maya, "introduction").Count);

        // One of the two leaves: a place is free, and both the clockwork and the coordinator reach for it.
        await Task.WhenAll(journey.PressAsync(offered[0], "withdraw"), journey.MatchByHandAsync(waiting, Maya), journey.MatchByHandAsync(waiting, Maya));
        Assert.Single(journey.Mails(waiting, "offer"));
        journey.HasNoFaults();
    }

    private static async Task<Journey> OfferedAsync()
    {
        var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();
        return journey;
    }
}
