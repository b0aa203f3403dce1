using System.Net;

namespace Mentoring.Tests.Journeys;

/// <summary>People who leave, at every stage between registering and an introduction, and just after.</summary>
public sealed partial class LeavingJourneyTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Ann = "ann.other@university.example";
    private const string Maya = "maya.okafor@university.example";
    private const string Wendy = "wendy.ball@university.example";

    /// <summary>Within it the sweeper looks for whoever came back.</summary>
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task Whoever_withdraws_before_the_deadline_is_not_matched_and_told_once()
    {
        await using var journey = await StartedAsync(second: false, close: false);
        await journey.PressAsync(Tom, "withdraw");
        await journey.PressAsync(Tom, "withdraw");
        await journey.CloseAsync();

        Assert.Equal(["registration-received", "registration-withdrawn"], journey.Templates(Tom));
        Assert.Empty(await journey.MatchesAsync());
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Whoever_withdraws_and_registers_anew_before_the_deadline_is_matched()
    {
        await using var journey = await StartedAsync(second: false, close: false);
        await journey.PressAsync(Tom, "withdraw");
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();
        Assert.Single(journey.Mails(Tom, "offer"));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_mentor_who_leaves_before_the_deadline_is_not_offered()
    {
        await using var journey = await StartedAsync(second: false, close: false);
        await journey.PressAsync(Maya, "withdraw");
        await journey.CloseAsync();
        Assert.Empty(journey.Mails(Tom, "offer"));
        Assert.Single(journey.Mails(Tom, "round-unmatched"));
        Assert.Equal(["registration-received", "registration-withdrawn"], journey.Templates(Maya));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_mentee_who_leaves_the_waiting_list_is_passed_over_until_they_come_back_by_their_link()
    {
        await using var journey = await StartedAsync();
        var (offered, waiting) = OfferedAndWaiting(journey);
        await journey.PressAsync(waiting, "leave");
        await journey.DeclineAsync(offered);

        Assert.Empty(journey.Mails(waiting, "offer"));
        Assert.Equal(["mentee-finished"], await journey.StandingsAsync(waiting));
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(waiting, "rejoin", ("role", "mentee"))).Status);
        await journey.AdvanceAsync(HalfAnHour);
        Assert.Single(journey.Mails(waiting, "offer"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public async Task A_mentee_who_let_an_offer_expire_comes_back_by_their_link_and_is_tried_soon_after()
    {
        await using var journey = await StartedAsync(second: false, close: false);
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball"));
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(7.5);
        Assert.Equal("offer-expired", journey.Templates(Tom)[^1]);
        await journey.PressAsync(Tom, "rejoin");
        await journey.AdvanceAsync(HalfAnHour);

        Assert.Equal(2, journey.Mails(Tom, "offer").Count);
        Assert.Equal(2, (await journey.MatchesAsync()).Select(match => match.GetProperty("mentor").GetProperty("id").GetString()).Distinct().Count());
        journey.HasNoFaults();
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("leave")]
    public async Task A_mentee_who_leaves_with_an_open_offer_makes_way_for_the_next_and_the_mentor_hears_nothing(string button)
    {
        await using var journey = await StartedAsync();
        var (offered, waiting) = OfferedAndWaiting(journey);
        var page = journey.LinkTo(offered, "offer", "/offers/");
        await journey.PressAsync(offered, button);

        Assert.Single(journey.Mails(waiting, "offer"));
        Assert.Equal(HttpStatusCode.Gone, (await journey.PostAsync(page, ("answer", "accept"))).Status);
        Assert.Equal(["registration-received", "round-run"], journey.Templates(Maya));
        journey.HasNoFaults();
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("leave")]
    public async Task A_mentee_who_left_reads_on_the_offers_page_that_it_ended_with_that_and_of_no_waiting_list(string button)
    {
        await using var journey = await StartedAsync(second: false);
        var page = journey.LinkTo(Tom, "offer", "/offers/");
        await journey.PressAsync(Tom, button);

        var words = (await journey.GetAsync(page)).Body;
        Assert.Contains("This offer ended when we stopped looking for a mentor for you.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("we had to take this offer back", words, StringComparison.Ordinal);
        Assert.DoesNotContain("on the waiting list", words, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_mentee_whose_offer_was_taken_back_reads_on_its_page_that_they_wait_only_while_they_do()
    {
        await using var journey = await StartedAsync(second: false);
        var page = journey.LinkTo(Tom, "offer", "/offers/");
        await journey.PressAsync(Maya, "withdraw");
        var waiting = (await journey.GetAsync(page)).Body;
        await journey.PressAsync(Tom, "withdraw");
        var withdrawn = (await journey.GetAsync(page)).Body;

        Assert.All([waiting, withdrawn], words => Assert.Contains("We are sorry: we had to take this offer back.", words, StringComparison.Ordinal));
        Assert.Contains("You are on the waiting list", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("on the waiting list", withdrawn, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_mentor_who_withdraws_during_an_offer_is_replaced_by_another()
    {
        await using var journey = await StartedAsync(second: false, close: false);
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "wellbeing", "career-planning", "relationships"));
        await journey.CloseAsync();
        var (mentor, other) = journey.MailTo(Tom, "offer").Mail.Text.Contains("Maya", StringComparison.Ordinal) ? (Maya, "Wendy Ball") : (Wendy, "Maya Okafor");
        await journey.PressAsync(mentor, "withdraw");

        Assert.Equal(["registration-received", "offer", "offer-withdrawn", "offer"], journey.Templates(Tom));
        Assert.Contains(other, journey.MailTo(Tom, "offer").Mail.Text, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Theory]
    [InlineData("withdraw", HttpStatusCode.Conflict)]
    [InlineData("erase", HttpStatusCode.Gone)]
    public async Task Whoever_withdrew_or_was_erased_does_not_come_back_to_the_list(string button, HttpStatusCode answer)
    {
        await using var journey = await StartedAsync();
        var (_, waiting) = OfferedAndWaiting(journey);
        await journey.PressAsync(waiting, button, ("confirm", "yes"));
        var entries = await journey.JournalAsync();

        var reply = await journey.PressAsync(waiting, "rejoin", ("role", "mentee"));

        Assert.Equal(answer, reply.Status);
        Assert.Equal(entries, await journey.JournalAsync());
        journey.HasNoFaults();
    }

    private static async Task<Journey> StartedAsync(bool second = true, bool close = true)
    {
        var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        if (second)
            await journey.RegisterAsync(Cast.Mentee("Ann Other"));
        if (close)
            await journey.CloseAsync();
        return journey;
    }

    private static (string Offered, string Waiting) OfferedAndWaiting(Journey journey) =>
        journey.Mails(Tom, "offer").Count > 0 ? (Tom, Ann) : (Ann, Tom);
}
