using System.Net;

namespace Mentoring.Tests.Journeys;

/// <summary>How it ends, and what then becomes of either.</summary>
public sealed class PartnershipEndingTests
{
    [Theory]
    [Trait("Requirement", "RF4")]
    [Trait("Requirement", "RF5")]
    [Trait("Requirement", "RF6")]
    [Trait("Requirement", "RF7")]
    [Trait("Requirement", "RF11")]
    [InlineData("mentee", "objectives-met")]
    [InlineData("mentee", "circumstances")]
    [InlineData("mentor", "capacity")]
    [InlineData("mentor", "role-change")]
    [InlineData("mentor", "other")]
    public async Task Either_ends_it_with_one_button_without_blame_and_the_coordinator_learns_of_it(string who, string reason)
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await journey.AdvanceDaysAsync(40);
        await journey.EndAsync(who == "mentee" ? mentee : mentor, reason, ("comment", "Quietly, between the lines."));

        foreach (var person in new[] { mentee, mentor })
        {
            var mail = Assert.Single(journey.Mails(person, "partnership-ended")).Mail;
            Assert.Contains("Nobody is to blame", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Quietly", mail.Text + mail.Html, StringComparison.Ordinal);
            Assert.Equal("ended", (await journey.PartnershipAsync(person)).GetProperty("state").GetString());
        }

        Assert.Contains((await journey.FiguresAsync()).GetProperty("needsAttention").EnumerateArray(), point => point.GetProperty("code").GetString() == "partnership-ended");
        var (_, csv) = ((await journey.GetAsync($"/api/coordinator/rounds/{journey.Round}/export.csv")).Status, (await journey.GetAsync($"/api/coordinator/rounds/{journey.Round}/export.csv")).Body);
        Assert.Contains("pair,ended", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Quietly", csv, StringComparison.Ordinal);
        var entry = (await LedgerImage.JournalAsync(journey.Host.Ledger)).Single(entry => entry.Draft.Event == "partnership.ended");
        Assert.Equal([new("by", who), new("reason", reason)], entry.Draft.Facts);

        // A second click, also the other's, finds it ended.
        var entries = await journey.JournalAsync();
        await journey.EndAsync(mentee, "other");
        await journey.EndAsync(mentor, "capacity");
        Assert.Equal(entries, await journey.JournalAsync());
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RF8")]
    [Trait("Requirement", "RA4")]
    public async Task After_an_ending_the_mentor_goes_back_into_the_pool_and_is_offered_to_whoever_waits()
    {
        await using var journey = await Journey.StartAsync();
        var mentees = new[] { await journey.RegisterAsync(Cast.Mentee("Ann First")), await journey.RegisterAsync(Cast.Mentee("Ben Second")) };
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        var first = mentees.Single(mentee => journey.Mails(mentee, "offer").Count == 1);
        var waiting = mentees.Single(mentee => mentee != first);
        await journey.AcceptAsync(first);
        await journey.SignBothAsync(first, mentor);
        await journey.AdvanceDaysAsync(60);
        Assert.Empty(journey.Mails(waiting, "offer"));
        await journey.EndAsync(first, "objectives-met");

        await journey.AcceptAsync(waiting);
        await journey.SignBothAsync(waiting, mentor);
        Assert.Equal(["in-partnership"], await journey.StandingsAsync(waiting));
        Assert.Equal(["mentee-finished"], await journey.StandingsAsync(first));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RF8")]
    [Trait("Requirement", "RM15")]
    public async Task A_mentor_who_pauses_is_not_told_at_an_ending_that_they_will_be_introduced()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync(mentor: Cast.Mentor("Maya Okafor", 2));
        await journey.AdvanceDaysAsync(10);
        await journey.PressAsync(mentor, "pause");
        await journey.EndAsync(mentee, "circumstances");

        var words = Journey.WordsOf(journey.MailTo(mentor, "partnership-ended"));
        Assert.Contains("Your place is not given to anybody else.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("You are available", words, StringComparison.Ordinal);
        Assert.Equal(["mentor-pausing"], await journey.StandingsAsync(mentor));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RM13")]
    public async Task A_mentee_who_is_done_comes_back_by_the_button_on_their_own_page_and_is_offered_somebody_else()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await journey.AdvanceDaysAsync(60);
        await journey.EndAsync(mentee, "objectives-met");
        Assert.Equal(["mentee-finished"], await journey.StandingsAsync(mentee));
        var page = (await journey.GetAsync(journey.OwnPageOf(mentee))).Body;
        Assert.Contains("Put me on the waiting list", page, StringComparison.Ordinal);
        Assert.Contains("register again in the next round", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(mentee, "rejoin", ("role", "mentee"))).Status);
        await journey.AdvanceDaysAsync(1);
        Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(mentee));
        Assert.Equal(["mentor-available"], await journey.StandingsAsync(mentor));
        Assert.Single(journey.Mails(mentee, "offer"));
        journey.HasNoFaults();
    }

    [Theory]
    [Trait("Requirement", "RF8")]
    [InlineData("mentee")]
    [InlineData("mentor")]
    public async Task Whoever_withdraws_during_a_partnership_leaves_the_other_free_for_somebody_else(string who)
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        var leaves = who == "mentee" ? mentee : mentor;
        await journey.AdvanceDaysAsync(10);
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(leaves, "withdraw")).Status);

        Assert.Equal([who == "mentee" ? "mentor-available" : "mentee-waiting"], await journey.StandingsAsync(who == "mentee" ? mentor : mentee));
        Assert.Single(journey.Mails(who == "mentee" ? mentor : mentee, "partnership-ended"));
        Assert.Single(journey.Mails(leaves, "registration-withdrawn"));
        await journey.AdvanceDaysAsync(40);
        Assert.DoesNotContain(journey.Mails(leaves), mail => mail.SentAt > journey.MailTo(leaves, "registration-withdrawn").SentAt.AddDays(30));
        journey.HasNoFaults();
    }
}
