using System.Net;
using System.Text.Json.Nodes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

/// <summary>An association changes its settings and starts again, while people register, wait and have partners.</summary>
public sealed class ChangedSettingsTests
{
    private const string Robin = "mentoring@planners.example";
    private static readonly DateTimeOffset Start = RollingIntakeTests.Start;

    [Theory]
    [InlineData("rounds[0].deadline", "\"2024-10-20T12:00\"")]
    [InlineData("rounds[0].deadline", "\"2024-09-15T12:00\"")]
    [InlineData("rounds[0].reviewMonths", "6")]
    [InlineData("termMonths", "6")]
    [InlineData("rounds", "[]")]
    [Trait("Requirement", "RE7")]
    public async Task Dates_that_are_changed_in_the_settings_once_a_round_is_set_up_move_nothing_and_the_coordinator_is_told(string path, string json)
    {
        await using var journey = await Journey.StartAsync(settings => SchemeJson.Put(settings, "reviews", "{}"), Start);
        Assert.Empty(await AttentionAsync(journey));
        JsonNode? before = null;
        await journey.RestartAsync(settings =>
        {
            before = settings.DeepClone();
            SchemeJson.Put(settings, path, json);
        });

        Assert.Equal("2024-09-30T11:00:00Z", (await journey.GetJsonAsync("/api/rounds/current")).GetProperty("deadline").GetString());
        Assert.Equal(["settings-changed"], await AttentionAsync(journey));
        Assert.Contains("registration opens at midnight (the start of the day) on Wednesday 4 September 2024 and closes at noon on Monday 30 September 2024, and partnerships last 12 months", (await journey.GetAsync("/coordinator")).Body, StringComparison.Ordinal);

        await journey.RestartAsync(settings =>
        {
            settings.Clear();
            foreach (var (name, value) in before!.AsObject())
                settings[name] = value?.DeepClone();
        });
        Assert.Empty(await AttentionAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_deadline_that_the_coordinator_extended_is_no_news()
    {
        await using var journey = await Journey.StartAsync(start: Start);
        await journey.SendJsonAsync(HttpMethod.Patch, "/api/coordinator/rounds/2024", new JsonObject { ["deadline"] = "2024-10-02T12:00" });
        Assert.Empty(await AttentionAsync(journey));
    }

    [Fact]
    public async Task Next_years_dates_under_last_years_id_open_no_round_and_the_coordinator_is_told()
    {
        await using var journey = await Journey.StartAsync();
        await journey.CloseAsync();
        await journey.RestartAsync(settings => SchemeJson.Put(settings, "rounds", """[ { "id": "2024", "opens": "2025-09-04T00:00", "deadline": "2025-09-30T12:00" } ]"""));
        Assert.Equal(["settings-changed"], await AttentionAsync(journey));
        Assert.Contains("give the new round an id of its own", (await journey.GetAsync("/coordinator")).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RD1")]
    public async Task A_pair_signs_the_agreement_with_which_they_were_introduced_and_where_its_text_is_gone_the_coordinator_is_told()
    {
        await using var journey = await Journey.StartAsync();
        var (tom, maya) = await journey.IntroduceAsync();
        await journey.SignAsync(tom);
        await journey.RestartAsync(settings => SchemeJson.Put(settings, "documents[2].version", "\"3\""));
        Assert.Equal(["agreement-text-missing"], await AttentionAsync(journey));
        Assert.Contains("1 pair cannot sign: version 2 of the agreement", (await journey.GetAsync("/coordinator")).Body, StringComparison.Ordinal);

        await journey.RestartAsync(settings => settings["documents"]!.AsArray().Add(JsonNode.Parse("""{ "code": "agreement-2", "title": "Earlier agreement", "version": "2", "file": "documents/earlier.md" }""")));
        Assert.Empty(await AttentionAsync(journey));
        await journey.SignAsync(maya);
        Assert.Equal("agreement-complete", journey.Templates(tom)[^1]);
        Assert.Empty(journey.Mails(Robin));
        journey.HasNoFaults();
    }

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

    private static async Task<IReadOnlyList<string>> AttentionAsync(Journey journey) =>
        [.. (await journey.FiguresAsync()).GetProperty("needsAttention").EnumerateArray().Select(point => point.GetProperty("code").GetString()!)];
}
