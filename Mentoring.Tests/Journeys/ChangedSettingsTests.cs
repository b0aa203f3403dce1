using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

/// <summary>An association changes its settings and starts again, while people register, wait and have partners.</summary>
public sealed class ChangedSettingsTests
{
    [Fact]
    [Trait("Requirement", "B13")]
    [Trait("Requirement", "B14")]
    public async Task Dates_that_were_told_stand_when_the_time_zone_changes_and_mails_name_the_zone_they_are_of()
    {
        await using var journey = await Journey.StartAsync();
        var (tom, maya) = await journey.IntroduceAsync();
        await journey.RestartAsync(settings => SchemeJson.Put(settings, "timeZone", "\"America/New_York\""));
        await journey.AdvanceDaysAsync(8);
        Assert.Contains("Please sign by noon on Monday 28 October 2024 (time in London).", Journey.WordsOf(journey.MailTo(maya, "agreement-reminder")), StringComparison.Ordinal);
        Assert.Single(journey.Mails(tom, "agreement-reminder"));
        journey.HasNoFaults();
    }
}
