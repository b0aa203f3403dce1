using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Mentoring.Tests.Coordinator;

public sealed class InsightTests
{
    private const string Autumn = CoordinatorHost.Rounds + "/" + CoordinatorHost.Round;

    [Fact]
    [Trait("Requirement", "B3")]
    public async Task One_more_place_is_tried_out_by_name_and_nothing_is_kept_or_sent()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        var mentor = await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.MenteeAsync("Ann Lee", "Third University", "wellbeing");
        await desk.RunRoundAsync();
        var before = await StateAsync(desk);

        var outcome = await desk.PostAsync(Autumn + "/what-if", new { places = new[] { new { mentor, places = 2 } } });

        Assert.Equal(("round", 1, 2), (outcome.GetProperty("basis").GetString(), Matched(outcome, "today"), Matched(outcome, "then")));
        var gain = Assert.Single(outcome.GetProperty("gain").EnumerateArray());
        Assert.Contains(gain.GetProperty("mentee").GetProperty("name").GetString(), (string[])["Tom Hughes", "Ann Lee"]);
        Assert.Equal((mentor, "Maya Okafor", JsonValueKind.Null), (
            gain.GetProperty("to").GetProperty("id").GetString(), gain.GetProperty("to").GetProperty("name").GetString(), gain.GetProperty("from").ValueKind));
        Assert.True(outcome.GetProperty("proved").GetBoolean());
        Assert.Equal(before, await StateAsync(desk));
    }

    [Fact]
    public async Task Nobody_whose_data_was_erased_is_found_by_their_address_although_the_recorded_matching_had_them()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        var mentee = await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.RunRoundAsync();
        const string tom = "tom.hughes@university.example";
        const string maya = "&mentor=maya.okafor@university.example";
        Assert.Equal(mentee, (await desk.GetAsync($"{Autumn}/why-not?mentee={tom}{maya}")).GetProperty("mentee").GetProperty("id").GetString());

        var own = desk.Host.Mailbox.Read(tom)[0].Links.First(link => link.Contains("/registrations/", StringComparison.Ordinal));
        using var confirmed = new FormUrlEncodedContent([new("confirm", "yes")]);
        using var erased = await desk.Host.Client.PostAsync(new Uri(new Uri(own).AbsolutePath + "/erase", UriKind.Relative), confirmed);
        await desk.Host.DrainAsync();

        Assert.Equal("invalid-fields", (await desk.GetAsync($"{Autumn}/why-not?mentee={tom}{maya}", 422)).GetProperty("code").GetString());
        Assert.Equal("invalid-fields", (await desk.PostAsync(Autumn + "/what-if", new { without = new[] { tom } }, 422)).GetProperty("code").GetString());
        Assert.Contains("Nobody in this matching is a mentee", await desk.Host.Client.GetStringAsync(new Uri($"/coordinator/rounds/autumn/why-not?mentee={tom}{maya}", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("(erased)", (await desk.GetAsync($"{Autumn}/why-not?mentee={mentee}{maya}")).GetProperty("mentee").GetProperty("name").GetString());
    }

    [Fact]
    [Trait("Requirement", "B3")]
    public async Task Before_the_deadline_it_is_about_who_has_registered_so_far()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");

        var outcome = await desk.PostAsync(Autumn + "/what-if", Json("""{ "without": ["maya.okafor@university.example"], "mentors": [{ "offers": ["wellbeing"] }] }"""));

        Assert.Equal("waiting", outcome.GetProperty("basis").GetString());
        var move = Assert.Single(outcome.GetProperty("move").EnumerateArray());
        Assert.Equal(("Maya Okafor", "the new mentor"), (move.GetProperty("from").GetProperty("name").GetString(), move.GetProperty("to").GetProperty("name").GetString()));
        var mentee = Assert.Single((await desk.PostAsync(Autumn + "/what-if", Json("""{ "mentees": [{ "seeks": ["wellbeing"], "roundsWaited": 1 }] }"""))).GetProperty("gain").EnumerateArray());
        Assert.Equal("the new mentee", mentee.GetProperty("mentee").GetProperty("name").GetString());
        Assert.Equal("round-not-run", (await desk.PostAsync(Autumn + "/what-if?basis=round", new { institutions = "different" }, 409)).GetProperty("code").GetString());
    }

    [Fact]
    [Trait("Requirement", "B3")]
    public async Task What_cannot_be_tried_out_is_refused_with_every_fault()
    {
        await using var desk = await CoordinatorHost.StartAsync();

        var faulty = await desk.PostAsync(Autumn + "/what-if", Json("""{ "places": [{ "mentor": "nobody", "places": -1 }], "rule": 1 }"""), 422);

        Assert.Equal("invalid-fields", faulty.GetProperty("code").GetString());
        Assert.Equal(["places[0].mentor", "places[0].places", "rule"], faulty.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        Assert.Contains("a whole number from 0 to 20", faulty.GetProperty("errors").GetProperty("places[0].places")[0].GetString(), StringComparison.Ordinal);
        await desk.PostAsync(Autumn + "/what-if", new { }, 422);
        await desk.PostAsync(Autumn + "/what-if?basis=both", new { institutions = "different" }, 400);
        await desk.PostAsync(CoordinatorHost.Rounds + "/nothing/what-if", new { institutions = "different" }, 404);
    }

    [Theory]
    [InlineData("application/json", "{\"institutions\":", 400, "malformed-json")]
    [InlineData("application/json", "", 400, "malformed-json")]
    [InlineData("application/json", "[1]", 422, "invalid-fields")]
    [InlineData("application/json", "{\"without\":[\"\\ud800\"]}", 422, "invalid-fields")]
    [InlineData("application/json", "{\"\\ud800\":1}", 422, "invalid-fields")]
    [InlineData("text/plain", "{}", 415, "content-type")]
    [InlineData("application/x-www-form-urlencoded", "institutions=different", 415, "content-type")]
    [InlineData("application/json; charset=utf-16", "{}", 415, "charset")]
    public async Task A_body_that_cannot_be_read_is_a_problem(string type, string body, int status, string code)
    {
        await using var desk = await CoordinatorHost.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await desk.Host.Client.PostAsync(new Uri(Autumn + "/what-if", UriKind.Relative), content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Empty(desk.Host.Faults);
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_from_another_website_is_refused()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.PostAsync(Autumn + "/what-if", new { without = new[] { new string('x', 70_000) } }, 413);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, Autumn + "/what-if") { Content = JsonContent.Create(new { institutions = "different" }) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await desk.Host.Client.SendAsync(foreign);

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    [Trait("Requirement", "B4")]
    [Trait("Requirement", "B8")]
    public async Task The_report_tells_where_mentors_are_missing_and_how_groups_fared()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        foreach (var name in (string[])["Ann Lee", "Bo Chen", "Cy Dale", "Di Evans", "Ed Frost"])
            await desk.MenteeAsync(name, "Third University", "relationships");
        var early = await desk.GetAsync(Autumn + "/report");
        await desk.RunRoundAsync();
        await desk.AnswerAsync("tom.hughes@university.example", "offer", ("answer", "accept"));

        var report = await desk.GetAsync(Autumn + "/report");

        Assert.Equal(("waiting", "round"), (early.GetProperty("basis").GetString(), report.GetProperty("basis").GetString()));
        Assert.Equal(JsonValueKind.Null, early.GetProperty("matchedAt").ValueKind);
        Assert.Equal(early.GetProperty("recruitment").GetRawText(), report.GetProperty("recruitment").GetRawText());
        var area = report.GetProperty("recruitment").GetProperty("areas")[0];
        Assert.Equal(("relationships", 5, 1, 3), (area.GetProperty("area").GetString(), area.GetProperty("unmatched").GetInt32(), area.GetProperty("matches").GetInt32(), area.GetProperty("matchesWithAll").GetInt32()));
        Assert.True(report.GetProperty("fairness").GetProperty("longestWaitFirst").GetBoolean());
        Assert.Equal((6, 1), (report.GetProperty("totals").GetProperty("mentees").GetInt32(), report.GetProperty("fairness").GetProperty("all").GetProperty("matched").GetInt32()));
        // Tom is alone in his institution: only together with the others is anything told.
        var institutions = report.GetProperty("fairness").GetProperty("tables").EnumerateArray().First(table => table.GetProperty("by").GetString() == "institution");
        Assert.Equal(6, Assert.Single(institutions.GetProperty("groups").EnumerateArray()).GetProperty("mentees").GetInt32());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("fairness").GetProperty("all").GetProperty("acceptanceRate").ValueKind);
        await desk.GetAsync(CoordinatorHost.Rounds + "/nothing/report", 404);
        await desk.GetAsync(Autumn + "/report?basis=tea", 400);
    }

    [Fact]
    [Trait("Requirement", "B2")]
    [Trait("Requirement", "RM7")]
    public async Task Why_two_people_are_not_together_is_answered_by_name()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing", "relationships");
        await desk.MenteeAsync("Ann Lee", "Another University", "relationships", "wellbeing");
        await desk.MenteeAsync("Bo Chen", "Another University", "relationships");
        await desk.RunRoundAsync();

        var others = await desk.GetAsync(Autumn + "/why-not?mentee=ann.lee@university.example&mentor=maya.okafor@university.example");
        var nothing = await desk.GetAsync(Autumn + "/why-not?mentee=bo.chen@university.example&mentor=maya.okafor@university.example");
        var strangers = await desk.GetAsync(Autumn + "/why-not?mentee=nobody@university.example", 422);

        Assert.Equal("others-first", others.GetProperty("code").GetString());
        Assert.Equal(20, others.GetProperty("loss").GetProperty("points").GetInt64());
        Assert.Equal(["Ann Lee", "Tom Hughes"], others.GetProperty("loss").GetProperty("moves").EnumerateArray().Select(move => move.GetProperty("mentee").GetProperty("name").GetString()));
        Assert.Equal("nothing-in-common", Assert.Single(nothing.GetProperty("shutGates").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(["mentee", "mentor"], strangers.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static int Matched(JsonElement outcome, string when) => outcome.GetProperty(when).GetProperty("matched").GetInt32();

    /// <summary>Everything that a change would show in.</summary>
    private static async Task<string> StateAsync(CoordinatorHost desk) =>
        (await desk.GetAsync("/api/coordinator/journal?round=autumn")).GetRawText()
        + (await desk.GetAsync(Autumn + "/matches")).GetRawText()
        + desk.Host.Mailbox.Read(null).Count;
}
