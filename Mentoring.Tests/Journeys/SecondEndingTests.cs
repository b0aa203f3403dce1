using Mentoring.Functions.Ledger;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task What_a_mentor_says_of_themselves_counts_also_where_their_mentee_is_quicker_by_a_moment()
    {
        MomentBefore? moment = null;
        await using var journey = await Journey.StartAsync(services: services => services.AddSingleton<ILedger>(
            moment = new MomentBefore("partnership.ended", (ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!)));
        var (mentee, mentor) = await journey.PairAsync();
        using var quicker = new FormUrlEncodedContent([KeyValuePair.Create("reason", "circumstances"), KeyValuePair.Create("again", "yes")]);
        var path = new Uri(journey.PartnershipOf(mentee) + "/end", UriKind.Relative);
        moment!.Then = () => journey.Host.Client.PostAsync(path, quicker);

        await journey.EndAsync(mentor, "capacity", ("available", "no"));

        Assert.True(moment.Came);
        Assert.Equal(["mentor-pausing"], await journey.StandingsAsync(mentor));
        Assert.Single(journey.Mails(mentor, "partnership-ended"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RF7")]
    [Trait("Requirement", "RP12")]
    public async Task What_the_second_writes_to_the_coordinator_arrives_and_goes_with_whoever_wrote_it()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await journey.EndAsync(mentee, "circumstances", ("again", "no"));
        for (var click = 0; click < 2; click++)
            await journey.EndAsync(mentor, "other", ("available", "yes"), ("comment", "Please call me."));

        Assert.Single(journey.Mails("mentoring@planners.example", "coordinator-attention"));
        Assert.Contains("Please call me.", await NeedsAsync(journey), StringComparison.Ordinal);
        Assert.Contains("Please call me.", (await journey.GetJsonAsync(journey.OwnPageOf(mentor) + "/data")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Please call me.", (await journey.GetJsonAsync(journey.OwnPageOf(mentee) + "/data")).ToString(), StringComparison.Ordinal);

        await journey.PressAsync(mentor, "erase", ("confirm", "yes"));
        Assert.DoesNotContain("Please call me.", await NeedsAsync(journey), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    private static async Task<string> NeedsAsync(Journey journey) => (await journey.FiguresAsync()).GetProperty("needsAttention").ToString();
}
