namespace Mentoring.Tests.Journeys;

/// <summary>Mentors who pause, and come back.</summary>
public sealed partial class LeavingJourneyTests
{
    [Fact]
    [Trait("Requirement", "RM15")]
    public async Task A_mentor_who_pauses_keeps_the_offer_that_is_out_and_gets_no_new_one_until_back()
    {
        await using var journey = await StartedAsync();
        var (offered, waiting) = OfferedAndWaiting(journey);
        await journey.PressAsync(Maya, "pause");
        await journey.DeclineAsync(offered);
        Assert.Empty(journey.Mails(waiting, "offer"));

        await journey.PressAsync(Maya, "rejoin");
        await journey.AdvanceAsync(HalfAnHour);
        Assert.Single(journey.Mails(waiting, "offer"));
        await journey.AcceptAsync(waiting);
        Assert.Single(journey.Mails(Maya, "introduction"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RM15")]
    [Trait("Requirement", "RA3")]
    public async Task A_pausing_mentor_reads_the_same_with_an_offer_out_and_without_and_is_promised_nothing_that_its_acceptance_breaks()
    {
        await using var journey = await StartedAsync(second: false, close: false);
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "senior-leadership"));
        await journey.CloseAsync();
        var before = await PausedAsync(journey, Maya);
        Assert.Equal(await PausedAsync(journey, Wendy), before);
        await journey.AcceptAsync(Tom);

        var page = (await journey.GetAsync(journey.OwnPageOf(Maya))).Body;
        Assert.Contains("You have been introduced to", page, StringComparison.Ordinal);
        Assert.All([before, page], words => Assert.DoesNotContain("introduce you to nobody", words, StringComparison.Ordinal));
        Assert.All([before, page], words => Assert.Contains("We look for nobody new for you until you say so", words, StringComparison.Ordinal));
        journey.HasNoFaults();

        static async Task<string> PausedAsync(Journey journey, string mentor)
        {
            var page = (await journey.GetAsync((await journey.PressAsync(mentor, "pause")).Location!)).Body;
            return page[page.IndexOf("<p class=\"notice", StringComparison.Ordinal)..page.IndexOf("<form", StringComparison.Ordinal)];
        }
    }

    [Theory]
    [InlineData("yes", "mentor-available", "You are available for another mentee")]
    [InlineData("no", "mentor-pausing", "Your place is not given to anybody else")]
    [Trait("Requirement", "RF8")]
    [Trait("Requirement", "RM15")]
    public async Task A_pausing_mentor_who_is_asked_at_an_ending_whether_they_are_available_is_taken_at_their_word(string available, string stands, string told)
    {
        await using var journey = await Journey.StartAsync();
        var (_, mentor) = await journey.PairAsync();
        await journey.PressAsync(mentor, "pause");
        await journey.EndAsync(mentor, "objectives-met", ("available", available));

        Assert.Equal([stands], await journey.StandingsAsync(mentor));
        Assert.Contains(told, Journey.WordsOf(journey.MailTo(mentor, "partnership-ended")), StringComparison.Ordinal);
        journey.HasNoFaults();
    }
}
