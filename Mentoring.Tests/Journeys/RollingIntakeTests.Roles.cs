using System.Net;
using Mentoring.Core.Registrations;

namespace Mentoring.Tests.Journeys;

/// <summary>Whoever changes what they registered where people register at any time: roles come and go while others run.</summary>
public sealed partial class RollingIntakeTests
{
    [Fact]
    [Trait("Requirement", "RE5")]
    public async Task Whoever_left_the_waiting_list_is_not_put_on_it_again_by_a_change_of_what_they_wrote_as_a_mentor()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Both(places: 1));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.PressAsync(Tom, "leave");

        await AmendAsync(journey, Both(places: 2));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["mentee-finished", "mentor-available"], await journey.StandingsAsync(Tom));
        Assert.Empty(journey.Mails(Tom, "offer"));
        await journey.PressAsync(Tom, "rejoin", ("role", "mentee"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(journey.Mails(Tom, "offer"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public async Task A_mentor_who_wants_a_mentor_too_is_on_the_waiting_list_by_a_change_on_their_own_page()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentor("Tom Hughes", 1, "wellbeing"));
        await AmendAsync(journey, Both(places: 1));
        Assert.Equal(["mentee-waiting", "mentor-available"], await journey.StandingsAsync(Tom));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public async Task A_mentee_with_a_partner_who_registers_as_a_mentor_keeps_the_partnership()
    {
        await using var journey = await PairedAsync();
        await journey.RegisterAsync(Cast.Mentor("Tom Hughes", 1, "wellbeing"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["in-partnership", "mentor-available"], await journey.StandingsAsync(Tom));
        Assert.Empty(journey.Mails(Maya, "partnership-ended"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public async Task A_mentor_with_a_partner_who_registers_as_a_mentee_keeps_the_partnership_and_gets_nobody_new()
    {
        await using var journey = await PairedAsync(places: 2);
        await journey.RegisterAsync(Cast.Mentee("Maya Okafor", "wellbeing"));
        var ann = await journey.RegisterAsync(Cast.Mentee("Ann Other"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["mentee-waiting", "in-partnership", "mentor-pausing"], await journey.StandingsAsync(Maya));
        Assert.Empty(journey.Mails(Tom, "partnership-ended"));
        Assert.Empty(journey.Mails(ann, "offer"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public async Task Whoever_gives_up_the_role_of_a_partnership_on_their_own_page_reads_first_that_it_ends()
    {
        await using var journey = await PairedAsync();
        Assert.Contains("the partnership or introduction ends by it", (await journey.GetAsync(journey.OwnPageOf(Tom))).Body, StringComparison.Ordinal);

        await AmendAsync(journey, Cast.Mentor("Tom Hughes", 1, "wellbeing"));
        Assert.Single(journey.Mails(Maya, "partnership-ended"));
        journey.HasNoFaults();
    }

    private static FormFields Both(int places) => Cast.Mentor("Tom Hughes", places, "wellbeing").With("institution", "University of the South").With("role", "both").With("seeks", "career-planning").With("objectives", "Decide on my next step.");

    private static async Task AmendAsync(Journey journey, FormFields form) => Assert.Equal(HttpStatusCode.SeeOther, (await journey.PostAsync(
        journey.OwnPageOf(Tom), [.. form.Names.SelectMany(name => form[name].Select(value => (name, value)))])).Status);

    /// <summary>Tom has Maya for a mentor.</summary>
    private static async Task<Journey> PairedAsync(int places = 1)
    {
        var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", places));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.AcceptAsync(Tom);
        await journey.SignBothAsync(Tom, Maya);
        return journey;
    }
}
