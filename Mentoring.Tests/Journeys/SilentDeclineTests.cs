using System.Globalization;
using System.Net;
using System.Text;

namespace Mentoring.Tests.Journeys;

/// <summary>Worlds that differ in one mentee alone: whatever this mentee does short of accepting, the mentor's side is the same to the byte.</summary>
[Trait("Requirement", "RA3")]
[Trait("Requirement", "B6")]
public sealed class SilentDeclineTests
{
    private const string Maya = "maya.okafor@university.example";
    private const string Tom = "tom.hughes@university.example";

    /// <summary>Days after the deadline at which the mentor looks.</summary>
    private static readonly double[] Glances = [0.01, 1, 1.5, 3.1, 6.1, 7.1, 8, 11];

    private static readonly Lazy<Task<string>> WithoutAnOffer = new(() => LivedAsync("never matched"));

    [Theory]
    [InlineData("declines")]
    [InlineData("declines with a reason")]
    [InlineData("lets it expire")]
    [InlineData("lets it expire and comes back")]
    [InlineData("withdraws")]
    [InlineData("leaves the list")]
    [InlineData("is erased")]
    [InlineData("has it taken back by the coordinator")]
    [InlineData("is kept apart by the coordinator")]
    public async Task What_a_mentor_receives_and_sees_is_the_same_as_without_an_offer(string what)
    {
        Assert.Equal(await WithoutAnOffer.Value, await LivedAsync(what));
    }

    [Fact]
    public async Task With_another_mentee_waiting_a_decline_shows_in_nothing_until_that_one_accepts()
    {
        var declined = await LivedWithNextAsync("declines", acceptOn: 4);
        var unmatched = await LivedWithNextAsync("never matched", acceptOn: 4);
        Assert.Equal(unmatched.Before, declined.Before);
        Assert.Equal("introduction", declined.Last);
        Assert.Equal("introduction", unmatched.Last);
    }

    [Fact]
    public async Task A_mentor_who_leaves_during_an_offer_gets_the_same_answer_as_without_one()
    {
        foreach (var button in new[] { "pause", "withdraw", "erase" })
            Assert.Equal(await LeftAsync("never matched", button), await LeftAsync("offered", button));
    }

    private static async Task<string> LivedAsync(string what)
    {
        await using var journey = await BegunAsync(what);
        var seen = new StringBuilder();
        foreach (var day in Glances)
        {
            await journey.AdvanceToAsync(journey.Deadline.AddDays(day));
            seen.Append(CultureInfo.InvariantCulture, $"--- day {day}\n").Append(await EyesOfAsync(journey));
            await ActAsync(journey, what, day);
        }

        Assert.Equal(what == "never matched" ? 0 : 1, journey.Mails(Tom, "offer").Count);
        journey.HasNoFaults();
        return seen.ToString();
    }

    private static async Task<(string Before, string Last)> LivedWithNextAsync(string what, int acceptOn)
    {
        // The mentee after the next wants what this mentor offers, but comes second: in one world after a decline, in the other at once.
        await using var journey = await BegunAsync(what, "Next Nell");
        const string Nell = "next.nell@university.example";
        if (what == "declines")
            await journey.DeclineAsync(journey.Mails(Tom, "offer").Count > 0 ? Tom : Nell);
        await journey.AdvanceToAsync(journey.Deadline.AddDays(acceptOn));
        var before = await EyesOfAsync(journey);
        await journey.AcceptAsync(what == "declines" && journey.Mails(Tom, "no-second-match").Count == 0 ? Tom : Nell);
        journey.HasNoFaults();
        return (before, journey.Templates(Maya)[^1]);
    }

    private static async Task<string> LeftAsync(string what, string button)
    {
        await using var journey = await BegunAsync(what);
        Assert.Equal(what == "offered" ? 1 : 0, journey.Mails(Tom, "offer").Count);
        await journey.AdvanceToAsync(journey.Deadline.AddDays(2));
        var reply = await journey.PressAsync(Maya, button, ("confirm", "yes"));
        await journey.AdvanceToAsync(journey.Deadline.AddDays(9));
        journey.HasNoFaults();
        return $"{reply}\n{await EyesOfAsync(journey)}";
    }

    /// <summary>The mentor registers first, so that nothing of theirs depends on who comes after.</summary>
    private static async Task<Journey> BegunAsync(string what, string? next = null)
    {
        var journey = await Journey.StartAsync(settings => Schemes.SchemeJson.Put(settings, "waiting.updateAfterDays", "10"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", what == "never matched" ? "wellbeing" : "career-planning"));
        if (next is not null)
            await journey.RegisterAsync(Cast.Mentee(next, "wellbeing", "career-planning"));
        await journey.AdvanceToAsync(journey.Deadline.AddMinutes(10));
        return journey;
    }

    private static async Task ActAsync(Journey journey, string what, double day)
    {
        switch (what, day)
        {
            case ("declines", 1):
                await journey.DeclineAsync(Tom);
                break;
            case ("declines with a reason", 3.1):
                await journey.DeclineAsync(Tom, "I know Maya Okafor too well.");
                break;
            case ("lets it expire and comes back", 8):
                await journey.PressAsync(Tom, "rejoin");
                break;
            case ("withdraws", 1.5):
                await journey.PressAsync(Tom, "withdraw");
                break;
            case ("leaves the list", 1.5):
                await journey.PressAsync(Tom, "leave");
                break;
            case ("is erased", 6.1):
                await journey.PressAsync(Tom, "erase", ("confirm", "yes"));
                break;
            case ("has it taken back by the coordinator", 3.1):
                var offer = Assert.Single(await journey.MatchesAsync()).GetProperty("offerId").GetString();
                Assert.Equal(HttpStatusCode.OK, (await journey.SendJsonAsync(HttpMethod.Post, $"/api/coordinator/offers/{offer}/withdraw", new System.Text.Json.Nodes.JsonObject { ["reason"] = "A mistake of ours." })).Status);
                // Else the clockwork would offer the same mentor again at once.
                await journey.PressAsync(Tom, "withdraw");
                break;
            case ("is kept apart by the coordinator", 3.1):
                var apart = await journey.SendJsonAsync(HttpMethod.Post, "/api/coordinator/exclusions", new System.Text.Json.Nodes.JsonObject { ["a"] = Tom, ["b"] = Maya });
                Assert.True(apart.Status is HttpStatusCode.OK or HttpStatusCode.Created, apart.Body);
                break;
        }
    }

    /// <summary>All that reaches a mentor, or that they can look at: every mail, their page, their data, the public pages, with the headers of each.</summary>
    private static async Task<string> EyesOfAsync(Journey journey)
    {
        var seen = new StringBuilder();
        foreach (var (sentAt, mail) in journey.Mails(Maya).Select(received => (received.SentAt, received.Mail)))
        {
            seen.Append(CultureInfo.InvariantCulture, $"{sentAt:O} {mail.Id} {mail.Template} {mail.To} {mail.ToName} {mail.ReplyTo}\n{mail.Subject}\n{mail.Text}\n{mail.Html}\n");
            foreach (var attachment in mail.Attachments)
                seen.Append(CultureInfo.InvariantCulture, $"{attachment.Name} {attachment.ContentType} {Convert.ToHexString(attachment.Content)}\n");
        }

        var own = journey.OwnPageOf(Maya);
        foreach (var address in new[] { own, own + "/data", "/api/rounds/current", "/scheme", "/register", "/health", own.Replace("registrations", "partnerships", StringComparison.Ordinal), own.Replace("registrations", "agreements", StringComparison.Ordinal), own.Replace("registrations", "offers", StringComparison.Ordinal) })
        {
            foreach (var type in new[] { "text/html", "application/json" })
                seen.Append(await AnswerAsync(journey, address, type));
        }

        return seen.ToString();
    }

    private static async Task<string> AnswerAsync(Journey journey, string address, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Accept.ParseAdd(type);
        using var response = await journey.Host.Client.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}\n");
        return $"GET {address} {type} {(int)response.StatusCode}\n{string.Concat(headers)}{await response.Content.ReadAsStringAsync()}\n";
    }
}
