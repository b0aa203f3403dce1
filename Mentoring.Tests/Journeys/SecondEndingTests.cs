namespace Mentoring.Tests.Journeys;

/// <summary>Both press the button at the same moment: who is second finds it ended, and is still heard about themselves.</summary>
public sealed class SecondEndingTests
{
    [Fact]
    public async Task A_mentor_who_has_no_time_gets_nobody_new_though_their_mentee_ended_it_first()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await journey.EndAsync(mentee, "circumstances", ("again", "yes"));
        await journey.EndAsync(mentor, "capacity", ("available", "no"));

        Assert.Equal(["mentor-pausing"], await journey.StandingsAsync(mentor));
        Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(mentee));
        Assert.Single(journey.Mails(mentor, "partnership-ended"));
        journey.HasNoFaults();
    }

    [Theory]
    [InlineData("circumstances", "no", "mentee-finished")]
    [InlineData("objectives-met", "yes", "mentee-waiting")]
    public async Task A_mentee_waits_for_another_mentor_or_not_as_they_say_though_their_mentor_ended_it_first(string reason, string again, string stands)
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await journey.EndAsync(mentor, reason, ("available", "yes"));
        await journey.EndAsync(mentee, reason, ("again", again));

        Assert.Equal([stands], await journey.StandingsAsync(mentee));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_second_click_of_ones_own_changes_nothing()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, _) = await journey.PairAsync();
        await journey.EndAsync(mentee, "circumstances", ("again", "yes"));
        var before = await journey.JournalAsync();
        await journey.EndAsync(mentee, "circumstances", ("again", "no"));

        Assert.Equal(before, await journey.JournalAsync());
        journey.HasNoFaults();
    }
}
