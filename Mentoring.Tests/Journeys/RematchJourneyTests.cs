using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Tests.Journeys;

public sealed class RematchJourneyTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";

    [Fact]
    [Trait("Requirement", "RA5")]
    [Trait("Requirement", "RM13")]
    public async Task After_a_decline_another_mentor_is_tried_and_the_declined_one_never_again()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning", "wellbeing"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "wellbeing"));
        await journey.CloseAsync();
        Assert.Contains("Maya Okafor", journey.MailTo(Tom, "offer").Mail.Text, StringComparison.Ordinal);

        await journey.DeclineAsync(Tom);
        Assert.Equal(["registration-received", "offer", "offer"], journey.Templates(Tom));
        var second = journey.MailTo(Tom, "offer");
        Assert.Contains("Wendy Ball", second.Mail.Text, StringComparison.Ordinal);
        Assert.Contains("another mentor", second.Mail.Subject, StringComparison.Ordinal);
        Assert.Equal(journey.Now, second.SentAt);

        await journey.DeclineAsync(Tom);
        Assert.Equal(["registration-received", "offer", "offer", "no-second-match"], journey.Templates(Tom));
        await journey.AdvanceDaysAsync(20);
        Assert.Equal(2, journey.Mails(Tom, "offer").Count);
        Assert.Equal(HttpStatusCode.Conflict, (await journey.MatchByHandAsync(Tom, Maya)).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RA5")]
    public async Task Whoever_declines_everybody_is_offered_each_mentor_once_and_told_once()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        for (var number = 0; number < 4; number++)
            await journey.RegisterAsync(Cast.Mentor($"Mentor {number}"));
        await journey.CloseAsync();
        for (var number = 0; number < 4; number++)
            await journey.DeclineAsync(Tom, $"Not this one, for reason {number}.");

        var matches = await journey.MatchesAsync();
        Assert.Equal(4, matches.Select(match => match.GetProperty("mentor").GetProperty("id").GetString()).Distinct().Count());
        Assert.All(matches, match => Assert.Equal("declined", match.GetProperty("state").GetString()));
        Assert.Single(journey.Mails(Tom, "no-second-match"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RA4")]
    public async Task After_a_decline_the_mentor_goes_to_the_next_on_the_waiting_list()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentee("Ann Other"));
        await journey.CloseAsync();
        var first = Assert.Single(journey.Host.Mailbox.Read(), mail => mail.Mail.Template == "offer").Mail.To;
        var second = Assert.Single(journey.Host.Mailbox.Read(), mail => mail.Mail.Template == "round-unmatched").Mail.To;

        await journey.DeclineAsync(first);
        Assert.Single(journey.Mails(second, "offer"));
        Assert.Single(journey.Mails(first, "no-second-match"));
        await journey.AcceptAsync(second);
        Assert.Equal(["registration-received", "round-run", "introduction"], journey.Templates(Maya));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B5")]
    public async Task A_decline_leaves_every_other_live_offer_as_it_was()
    {
        await using var journey = await Journey.StartAsync();
        for (var number = 0; number < 6; number++)
            await journey.RegisterAsync(Cast.Mentee($"Mentee {number}", number % 2 == 0 ? ["career-planning", "wellbeing"] : ["wellbeing"]));
        for (var number = 0; number < 4; number++)
            await journey.RegisterAsync(Cast.Mentor($"Mentor {number}", 1, number % 2 == 0 ? ["career-planning"] : ["wellbeing", "career-planning"]));
        await journey.CloseAsync();
        var offers = journey.Host.Mailbox.Read().Where(mail => mail.Mail.Template == "offer").Select(mail => mail.Mail.To).ToList();
        Assert.Equal(4, offers.Count);

        await journey.AdvanceDaysAsync(1);
        var live = await PendingAsync(journey);
        var declined = (await journey.MatchesAsync()).Single(match => Mail(match) == offers[0]).GetProperty("offerId").GetString()!;
        await journey.DeclineAsync(offers[0]);
        var after = await PendingAsync(journey);

        Assert.DoesNotContain(declined, after.Keys);
        Assert.All(live.Where(offer => offer.Key != declined), offer => Assert.Equal(offer.Value, after[offer.Key]));
        Assert.All(offers.Skip(1), mentee => Assert.Single(journey.Mails(mentee, "offer")));
        journey.HasNoFaults();

        static string Mail(JsonElement match) => match.GetProperty("mentee").GetProperty("name").GetString()!.ToLowerInvariant().Replace(' ', '.') + "@university.example";
    }

    [Fact]
    [Trait("Requirement", "B5")]
    public async Task After_a_decline_the_place_goes_where_it_serves_best_of_all_who_wait()
    {
        await using var journey = await Journey.StartAsync();
        var third = await journey.RegisterAsync(Cast.Mentee("Cleo Third", "wellbeing", "relationships", "career-planning"));
        var second = await journey.RegisterAsync(Cast.Mentee("Bea Second", "wellbeing", "career-planning"));
        var first = await journey.RegisterAsync(Cast.Mentee("Abe First", "career-planning"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.CloseAsync();

        foreach (var (declines, next) in new[] { (first, second), (second, third) })
        {
            Assert.Empty(journey.Mails(next, "offer"));
            await journey.DeclineAsync(declines);
            await journey.AdvanceAsync(TimeSpan.FromHours(1));
            Assert.Single(journey.Mails(next, "offer"));
        }

        journey.HasNoFaults();
    }

    [Fact]
    public async Task An_offer_that_the_coordinator_takes_back_is_not_made_again()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();
        var offer = Assert.Single(await journey.MatchesAsync()).GetProperty("offerId").GetString();
        var reply = await journey.SendJsonAsync(HttpMethod.Post, $"/api/coordinator/offers/{offer}/withdraw", new JsonObject { ["reason"] = "We made a mistake." });

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Contains("We made a mistake.", journey.MailTo(Tom, "offer-withdrawn").Mail.Text, StringComparison.Ordinal);
        await journey.AdvanceDaysAsync(2);
        Assert.Single(journey.Mails(Tom, "offer"));
        Assert.Equal(["registration-received", "round-run"], journey.Templates(Maya));
        journey.HasNoFaults();
    }

    private static async Task<Dictionary<string, string>> PendingAsync(Journey journey) => (await journey.MatchesAsync())
        .Where(match => match.GetProperty("state").GetString() == "pending")
        .ToDictionary(match => match.GetProperty("offerId").GetString()!, match => match.GetRawText());
}
