namespace Mentoring.Tests.Journeys;

/// <summary>Whoever registers at any time and finds nobody there is told so, and why, as the form promised.</summary>
public sealed partial class RollingIntakeTests
{
    private const string NobodyOffers = "No mentor with a free place offers an area that you seek";

    [Fact]
    [Trait("Requirement", "B2")]
    [Trait("Requirement", "RA5")]
    [Trait("Requirement", "RE10")]
    public async Task Whoever_finds_nobody_there_is_told_why_and_so_is_whoever_declines_and_finds_nobody_else()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Contains($"{NobodyOffers}: Career planning.", Journey.WordsOf(journey.MailTo(Tom, "rematch-waiting")), StringComparison.Ordinal);

        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.DeclineAsync(Tom);
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Contains("and no pair a second time", Journey.WordsOf(journey.MailTo(Tom, "no-second-match")), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task Whoever_changes_their_form_before_anybody_was_looked_for_is_told_all_the_same_that_there_is_nobody_yet()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes").With("jobTitle", "Analyst"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["registration-received", "registration-amended", "rematch-waiting"], journey.Templates(Tom));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    [Trait("Requirement", "RE10")]
    public async Task A_mentor_who_becomes_a_mentee_too_and_whoever_registers_again_after_they_withdrew_is_told_that_there_is_nobody_yet()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentor("Tom Hughes", 1, "wellbeing"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await AmendAsync(journey, Both(places: 1));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(journey.Mails(Tom, "rematch-waiting"));

        await journey.PressAsync(Tom, "withdraw");
        await journey.RegisterAsync(Both(places: 1));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, journey.Mails(Tom, "rematch-waiting").Count);
        journey.HasNoFaults();
    }
}
