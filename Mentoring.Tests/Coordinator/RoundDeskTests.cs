using System.Text.Json;

namespace Mentoring.Tests.Coordinator;

public sealed class RoundDeskTests
{
    private const string Autumn = CoordinatorHost.Rounds + "/" + CoordinatorHost.Round;

    [Fact]
    public async Task A_round_is_opened_in_local_time_and_the_same_again_is_the_same()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        var spring = new { id = "spring", opens = "2025-03-01T09:00", deadline = "2025-03-31T12:00", timeZone = "Europe/Dublin", reviewMonths = 6 };

        var opened = await desk.PostAsync(CoordinatorHost.Rounds, spring, 201);
        var again = await desk.PostAsync(CoordinatorHost.Rounds, spring, 201);

        Assert.Equal("2025-03-31T11:00:00Z", opened.GetProperty("deadline").GetString());
        Assert.Equal("2025-03-31T12:00:00+01:00", opened.GetProperty("deadlineLocal").GetString());
        Assert.Equal(("scheduled", 6), (opened.GetProperty("state").GetString(), opened.GetProperty("reviewMonths").GetInt32()));
        Assert.Equal(opened.GetRawText(), again.GetRawText());
        Assert.Equal("round-exists", Code(await desk.PostAsync(CoordinatorHost.Rounds, spring with { reviewMonths = 12 }, 409)));
    }

    [Fact]
    public async Task Every_fault_of_a_round_is_named_at_once()
    {
        await using var desk = await CoordinatorHost.StartAsync();

        var problem = await desk.PostAsync(CoordinatorHost.Rounds, new { id = "Spring 25", opens = "tomorrow", deadline = "2025-03-31T12:00Z", timeZone = "Mars/Base", reviewMonths = 9, colour = "red" }, 422);

        Assert.Equal(["colour", "deadline", "id", "opens", "reviewMonths", "timeZone"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        var backwards = await desk.PostAsync(CoordinatorHost.Rounds, new { id = "spring", opens = "2025-03-31T12:00", deadline = "2025-03-01T12:00" }, 422);
        Assert.Equal(["deadline"], backwards.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task A_deadline_is_extended_until_it_has_passed()
    {
        await using var desk = await CoordinatorHost.StartAsync();

        Assert.Equal("2024-10-04T11:00:00Z", (await desk.PatchAsync(Autumn, new { deadline = "2024-10-04T12:00" })).GetProperty("deadline").GetString());
        Assert.Equal("round-deadline-earlier", Code(await desk.PatchAsync(Autumn, new { deadline = "2024-09-20T12:00" }, 409)));
        Assert.Equal("round-unknown", Code(await desk.PatchAsync(CoordinatorHost.Rounds + "/nothing", new { deadline = "2024-10-04T12:00" }, 404)));
        await desk.Host.AdvanceToAsync(new DateTimeOffset(2024, 10, 4, 11, 0, 0, TimeSpan.Zero));
        Assert.Equal("round-deadline-passed", Code(await desk.PatchAsync(Autumn, new { deadline = "2024-10-09T12:00" }, 409)));
        var figures = await desk.FiguresAsync();
        Assert.Equal((1, 0), (figures.GetProperty("coordinatorActions").GetInt32(), figures.GetProperty("routineActions").GetInt32()));
    }

    [Fact]
    [Trait("Requirement", "RM1")]
    public async Task A_round_runs_after_its_deadline_and_running_it_twice_does_no_harm()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");

        Assert.Equal("round-not-due", Code(await desk.PostAsync(Autumn + "/run", new { }, 409)));
        await desk.RunRoundAsync();
        var journal = await desk.GetAsync("/api/coordinator/journal?round=autumn");
        await desk.PostAsync(Autumn + "/run", new { }, 202);
        await desk.Host.DrainAsync();

        Assert.Equal(journal.GetRawText(), (await desk.GetAsync("/api/coordinator/journal?round=autumn")).GetRawText());
        Assert.Equal("round-unknown", Code(await desk.PostAsync(CoordinatorHost.Rounds + "/nothing/run", new { }, 404)));
    }

    [Fact]
    [Trait("Requirement", "RM3")]
    public async Task The_figures_tell_how_a_round_stands()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.MenteeAsync("Ann Lee", "Another University", "wellbeing");
        Assert.Equal(JsonValueKind.Null, (await desk.FiguresAsync()).GetProperty("crossInstitution").ValueKind);

        await desk.RunRoundAsync();
        var figures = await desk.FiguresAsync();

        int Number(string name) => figures.GetProperty(name).GetInt32();
        Assert.Equal((3, 1, 2, 1, 1), (Number("registrations"), Number("mentors"), Number("mentees"), Number("places"), Number("waiting")));
        Assert.Equal("announced", figures.GetProperty("state").GetString());
        Assert.Equal(1, figures.GetProperty("offers").GetProperty("pending").GetInt32());
        Assert.Equal(1.0, figures.GetProperty("crossInstitution").GetProperty("share").GetDouble());
        Assert.Equal(0, Number("coordinatorActions"));
        Assert.Empty(figures.GetProperty("needsAttention").EnumerateArray());
    }

    [Fact]
    public async Task A_page_of_another_website_changes_nothing()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Autumn + "/run");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await desk.Host.Client.SendAsync(request);

        Assert.Equal(403, (int)response.StatusCode);
    }

    private static string? Code(JsonElement problem) => problem.GetProperty("code").GetString();
}
