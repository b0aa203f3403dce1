using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Tests.Journeys;

/// <summary>Whoever asks to be forgotten is, at whichever stage, and the journal still holds.</summary>
public sealed class ErasureJourneyTests
{
    private const string Traces = "(?i)zebedee|quux|marmalade|zither|zeppelin|M-77077|zenith|zigzag";

    public static TheoryData<string, string> Stages { get; } = new()
    {
        { "registered", "mentee" }, { "registered", "mentor" }, { "waiting", "mentee" }, { "waiting", "mentor" }, { "offered", "mentee" }, { "offered", "mentor" }, { "introduced", "mentee" }, { "introduced", "mentor" },
        { "half signed", "mentee" }, { "half signed", "mentor" }, { "running", "mentee" }, { "running", "mentor" }, { "reviewed", "mentee" }, { "reviewed", "mentor" },
        { "asked to continue", "mentee" }, { "ended", "mentee" }, { "ended", "mentor" }, { "lapsed", "mentee" },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Nothing_of_a_person_is_left_in_any_row(string stage, string role)
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (mentee, mentor) = role == "mentee" ? (Cast.Mentee("Zebedee Quux"), Cast.Mentor("Maya Okafor")) : (Cast.Mentee("Tom Hughes"), Cast.Mentor("Zebedee Quux"));
        var who = role == "mentee" ? mentee : mentor;
        who = who.With("biography", "Marmalade and zithers.").With("membershipNumber", "M-77077").With("jobTitle", "Zeppelin pilot").With("institution", "University of Zoology");
        if (role == "mentee")
            who = who.With("objectives", "Reach the zenith.").With("reasons", "Life is a zigzag.");
        var person = await journey.RegisterAsync(who);
        var other = role == "mentee" ? mentor : mentee;
        other = stage == "waiting" ? other.With(role == "mentee" ? "offers" : "seeks", "senior-leadership") : other;
        var partner = await journey.RegisterAsync(other);
        await ReachAsync(journey, stage, role == "mentee" ? person : partner, role == "mentee" ? partner : person, person);
        await HoldsAsync(journey, stage, role, person, partner);
        Assert.Contains(await LedgerImage.RowsAsync(journey.Host.Ledger), row => row.Json.Contains("Zebedee", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(person, "erase", ("confirm", "yes"))).Status);
        await journey.AdvanceDaysAsync(1);
        // What stays is what the matching was worked out from, so that it can be checked: codes and institutions under ids that lead to nobody.
        foreach (var row in await LedgerImage.RowsAsync(journey.Host.Ledger))
            Assert.DoesNotMatch(Traces, $"{row.Key} {row.Json}");
        foreach (var entry in await LedgerImage.JournalAsync(journey.Host.Ledger))
            Assert.DoesNotMatch(Traces, string.Join(' ', entry.Draft.Facts.Append(new("", entry.Draft.Subject))));
        await LedgerImage.JournalHoldsAsync(journey.Host.Ledger);

        var after = journey.Host.Mailbox.Read().Count;
        await journey.AdvanceDaysAsync(25);
        Assert.DoesNotContain(journey.Host.Mailbox.Read().Skip(after), mail => mail.Mail.To == person);
        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(journey.OwnPageOf(person))).Status);
        journey.HasNoFaults();
    }

    [Theory]
    [InlineData("mentee")]
    [InlineData("mentor")]
    public async Task What_the_coordinator_wrote_about_two_people_goes_with_either_of_them(string role)
    {
        await using var journey = await Journey.StartAsync();
        var mentee = await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "wellbeing"));
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2));
        var declines = await journey.RegisterAsync(Cast.Mentee("Dina Clare", "wellbeing"));
        await journey.CloseAsync();
        foreach (var person in new[] { mentee, declines })
            Assert.Equal(HttpStatusCode.Created, (await journey.SendJsonAsync(HttpMethod.Post, "/api/coordinator/pairs", new JsonObject { ["mentee"] = person, ["mentor"] = mentor, ["note"] = "Zebedee marmalade." })).Status);
        await journey.AcceptAsync(mentee);
        await journey.DeclineAsync(declines, "My own reason.");
        Assert.Contains("Zebedee marmalade.", Journey.WordsOf(journey.MailTo(mentor, "introduction")), StringComparison.Ordinal);

        await journey.PressAsync(role == "mentee" ? mentee : mentor, "erase", ("confirm", "yes"));
        await journey.AdvanceDaysAsync(1);

        // The other mentee's offer is no affair of the first one's; and what they gave as their reason is theirs.
        var rows = await LedgerImage.RowsAsync(journey.Host.Ledger);
        Assert.Equal(role == "mentee" ? 1 : 0, rows.Count(row => row.Json.Contains("marmalade", StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.Json.Contains("My own reason.", StringComparison.Ordinal));
        journey.HasNoFaults();
    }

    /// <summary>Their data, as they may ask for it at this stage: all that they said and did, and nobody else's words.</summary>
    private static async Task HoldsAsync(Journey journey, string stage, string role, string person, string partner)
    {
        var data = (await journey.GetJsonAsync(journey.OwnPageOf(person) + "/data")).GetProperty("registrations")[0];
        var reached = Array.IndexOf(["registered", "waiting", "offered", "introduced", "half signed", "lapsed", "running", "reviewed", "asked to continue", "ended"], stage);

        Assert.Equal("Zebedee Quux", data.GetProperty("entry").GetProperty("name").GetString());
        Assert.Equal("Marmalade and zithers.", data.GetProperty("entry").GetProperty("biography").GetString());
        Assert.Equal(reached >= 2 && role == "mentee" ? 1 : 0, data.GetProperty("offers").GetArrayLength());
        Assert.Equal(reached >= 3 ? 1 : 0, data.GetProperty("partnerships").GetArrayLength());
        Assert.Equal(reached >= 4, reached >= 3 && data.GetProperty("partnerships")[0].GetProperty("signature").ValueKind == JsonValueKind.Object);
        Assert.Equal(reached >= 7, data.ToString().Contains("Marmalade days", StringComparison.Ordinal));
        Assert.DoesNotContain(partner, data.ToString(), StringComparison.Ordinal);
    }

    private static async Task ReachAsync(Journey journey, string stage, string mentee, string mentor, string person)
    {
        if (stage == "registered")
            return;
        await journey.CloseAsync();
        if (stage is "offered" or "waiting")
            return;
        await journey.AcceptAsync(mentee);
        if (stage == "introduced")
            return;
        await journey.SignAsync(person);
        if (stage == "lapsed")
            await journey.AdvanceDaysAsync(29);
        if (stage is "half signed" or "lapsed")
            return;
        await journey.SignAsync(person == mentee ? mentor : mentee);
        if (stage == "running")
            return;
        await journey.PostAsync(journey.PartnershipOf(person) + "/review");
        await journey.ReviewAsync(person, "review-interim", ("progress", "Marmalade days"), ("toCoordinator", "Zithers, please."));
        if (stage == "reviewed")
            return;
        if (stage == "ended")
        {
            await journey.EndAsync(person, "other", ("comment", "Marmalade for all."));
            return;
        }

        await journey.AdvanceToAsync((await journey.PartnershipAsync(person)).GetProperty("ends").GetDateTimeOffset().AddMinutes(1));
    }
}
