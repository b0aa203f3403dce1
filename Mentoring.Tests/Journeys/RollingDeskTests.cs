using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mentoring.Tests.Journeys;

/// <summary>The coordinator's desk where people register at any time.</summary>
public sealed class RollingDeskTests
{
    private const string Tom = "tom.hughes@university.example";

    [Theory]
    [InlineData("")]
    [InlineData("/rounds/2024")]
    [InlineData("/rounds/2024/pairs")]
    [InlineData("/rounds/2024/waiting")]
    [InlineData("/rounds/2024/report")]
    [InlineData("/rounds/2024/report.csv")]
    [InlineData("/rounds/2024/what-if")]
    [InlineData("/rounds/2024/upload")]
    [InlineData("/rounds/2024/feedback")]
    [InlineData("/people")]
    [InlineData("/journal?round=2024")]
    [InlineData("/settings")]
    [Trait("Requirement", "RE10")]
    public async Task The_desk_of_a_rolling_round_names_no_date_that_never_comes(string page)
    {
        await using var journey = await Journey.StartAsync(RollingIntakeTests.Rolling, RollingIntakeTests.Start);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.AcceptAsync(Tom);

        var reply = await journey.GetAsync("/coordinator" + page);

        Assert.True(reply.Status == HttpStatusCode.OK, $"{page} {reply.Status} {reply.Body}");
        Assert.DoesNotContain("9000", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/rounds/2024/extend", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/rounds/2024/certificate", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("matches")]
    [InlineData("certificate")]
    [InlineData("report?basis=round")]
    public async Task Programs_that_ask_for_the_matching_of_a_rolling_round_are_not_told_to_wait_for_a_deadline(string view)
    {
        await using var journey = await Journey.StartAsync(RollingIntakeTests.Rolling, RollingIntakeTests.Start);

        var reply = await journey.GetAsync("/api/coordinator/rounds/2024/" + view, json: true);

        Assert.Equal((HttpStatusCode.Conflict, "round-not-run"), (reply.Status, reply.Json.GetProperty("code").GetString()));
        Assert.Equal("People register in this round at any time and are matched as they come: there is no one matching of them all.", reply.Json.GetProperty("detail").GetString());
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task A_rolling_round_reports_what_came_of_it_and_lets_the_coordinator_match_by_hand()
    {
        await using var journey = await Journey.StartAsync(RollingIntakeTests.Rolling, RollingIntakeTests.Start);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        await journey.AdvanceDaysAsync(3);
        var desk = (await journey.GetAsync("/coordinator/rounds/2024")).Body;
        var report = (await journey.GetAsync("/coordinator/rounds/2024/report")).Body;
        var waiting = (await journey.GetAsync("/coordinator/rounds/2024/waiting")).Body;
        var figures = (await journey.GetAsync("/api/coordinator/rounds/2024", json: true)).Json;

        Assert.Contains("Waits for the next mentor who becomes free", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("has not run yet", waiting, StringComparison.Ordinal);
        Assert.Contains("As soon as there is somebody", desk, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/coordinator/rounds/2024/report", desk, StringComparison.Ordinal);
        Assert.Contains("Match two people by hand", desk, StringComparison.Ordinal);
        Assert.Contains("Days count from a mentee’s registration", WebUtility.HtmlDecode(report), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, figures.GetProperty("deadline").ValueKind);
        Assert.Equal(HttpStatusCode.Conflict, (await journey.GetAsync("/coordinator/rounds/2024/extend")).Status);
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task No_round_with_a_deadline_can_be_set_up_where_intake_is_rolling_and_the_desk_does_not_offer_it()
    {
        await using var journey = await Journey.StartAsync(RollingIntakeTests.Rolling, RollingIntakeTests.Start);

        var refused = await journey.SendJsonAsync(
            HttpMethod.Post, "/api/coordinator/rounds", new JsonObject { ["id"] = "winter", ["opens"] = "2024-10-01T09:00", ["deadline"] = "2024-10-31T12:00" });
        var form = await journey.GetAsync("/coordinator/rounds");

        Assert.Equal((HttpStatusCode.Conflict, "rolling-intake"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.Conflict, form.Status);
        Assert.Contains("no round with a deadline can be set up", form.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Set up a round", (await journey.GetAsync("/coordinator")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await journey.GetAsync("/api/coordinator/rounds/winter", json: true)).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    [Trait("Requirement", "B4")]
    [Trait("Requirement", "B8")]
    public async Task The_report_of_a_rolling_round_tells_of_everybody_who_is_registered_and_advises_for_those_who_wait()
    {
        await using var journey = await Journey.StartAsync(RollingIntakeTests.Rolling, RollingIntakeTests.Start);
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.AcceptAsync(Tom);

        Assert.Contains("Nobody is waiting for a mentor now.", (await journey.GetAsync("/coordinator/rounds/2024/report")).Body, StringComparison.Ordinal);
        for (var number = 0; number < 5; number++)
            await journey.RegisterAsync(Cast.Mentee($"Ann Person{(char)('a' + number)}", "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        var report = await journey.GetJsonAsync("/api/coordinator/rounds/2024/report");
        var page = WebUtility.HtmlDecode((await journey.GetAsync("/coordinator/rounds/2024/report")).Body);

        var fairness = report.GetProperty("fairness");
        Assert.Equal((6, 1), (fairness.GetProperty("all").GetProperty("mentees").GetInt32(), fairness.GetProperty("all").GetProperty("matched").GetInt32()));
        Assert.Equal(["institution", "institution-size", "grade"], fairness.GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("by").GetString()));
        Assert.Equal(JsonValueKind.Null, fairness.GetProperty("longestWaitFirst").ValueKind);
        var area = Assert.Single(report.GetProperty("recruitment").GetProperty("areas").EnumerateArray(), one => one.GetProperty("area").GetString() == "career-planning");
        Assert.Equal((5, 5), (area.GetProperty("seeking").GetInt32(), area.GetProperty("unmatched").GetInt32()));
        Assert.Contains("There is no deadline: mentees are matched as they come", page, StringComparison.Ordinal);
        Assert.Contains("How many more of the mentees who wait now would have a mentor", page, StringComparison.Ordinal);
        Assert.Contains("all together,6,1", (await journey.GetAsync("/coordinator/rounds/2024/report.csv")).Body, StringComparison.Ordinal);
        journey.HasNoFaults();
    }
}
