using System.Net;
using System.Text.Json.Nodes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

/// <summary>An association changes its settings and starts again, while people register, wait and have partners.</summary>
public sealed class ChangedSettingsTests
{
    private const string Robin = "mentoring@planners.example";
    private static readonly DateTimeOffset Start = RollingIntakeTests.Start;

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task Once_people_register_until_a_deadline_again_whoever_waits_comes_along_into_the_next_round_and_nobody_registers_outside_it()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.RestartAsync(Window);

        Assert.Equal(HttpStatusCode.Gone, (await journey.SubmitAsync(Cast.Mentor("Maya Okafor"))).Status);
        journey.Round = "always";
        Assert.Equal(["settings-changed"], await AttentionAsync(journey));
        Assert.Contains("Nobody new registers here.", (await journey.GetAsync("/coordinator/rounds/always")).Body, StringComparison.Ordinal);

        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 3, 8, 0, 0, TimeSpan.Zero));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 10, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(["registration-received", "rematch-waiting", "offer"], journey.Templates(tom));
        await journey.AcceptAsync(tom);
        Assert.Equal(HttpStatusCode.Gone, (await journey.SubmitAsync(Cast.Mentor("Ben Late"))).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task A_round_without_a_deadline_goes_on_matching_those_in_it_after_the_settings_want_deadlines()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var maya = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.PressAsync(maya, "pause");
        await journey.DeclineAsync(tom);
        var ben = Cast.Mentor("Ben Ball", 1, "wellbeing");
        await journey.RegisterAsync(ben);
        await journey.RestartAsync(Window);

        await journey.PostAsync(journey.OwnPageOf("ben.ball@university.example"), [.. ben.With("offers", "career-planning").Names.SelectMany(name => ben.With("offers", "career-planning")[name].Select(value => (name, value)))]);
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, journey.Mails(tom, "offer").Count);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    [Trait("Requirement", "RM1")]
    public async Task A_round_that_was_open_when_people_began_to_register_at_any_time_still_waits_for_its_deadline_and_tells_nobody_otherwise()
    {
        await using var journey = await Journey.StartAsync(start: Start);
        await journey.RestartAsync(Rolling);
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.AdvanceDaysAsync(1);
        Assert.Equal(["registration-received"], journey.Templates(tom));
        Assert.DoesNotContain("As soon as there is somebody for you", (await journey.GetAsync("/scheme")).Body, StringComparison.Ordinal);

        await journey.AdvanceToAsync(journey.Deadline.AddDays(1));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["registration-received", "round-unmatched"], journey.Templates(tom));
        Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(tom));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task Under_another_id_a_round_without_a_deadline_is_still_the_same_one()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RestartAsync(settings => SchemeJson.Put(settings, "rounds[0].id", "\"all-year\""));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal("offer", journey.Templates(tom)[^1]);
        journey.Round = "always";
        Assert.Equal(["settings-changed"], await AttentionAsync(journey));
    }

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

    private static void Rolling(JsonObject settings)
    {
        SchemeJson.Put(settings, "intake", "\"rolling\"");
        SchemeJson.Put(settings, "rounds", """[ { "id": "always", "opens": "2024-09-04T00:00" } ]""");
    }

    private static void Window(JsonObject settings)
    {
        SchemeJson.Put(settings, "intake", "\"window\"");
        SchemeJson.Put(settings, "rounds", """[ { "id": "2025", "opens": "2024-10-02T00:00", "deadline": "2024-10-10T12:00" } ]""");
    }

    private static async Task<IReadOnlyList<string>> AttentionAsync(Journey journey) =>
        [.. (await journey.FiguresAsync()).GetProperty("needsAttention").EnumerateArray().Select(point => point.GetProperty("code").GetString()!)];
}
