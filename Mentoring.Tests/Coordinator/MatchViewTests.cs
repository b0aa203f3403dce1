using System.Text;
using Mentoring.Tests.Registrations;

namespace Mentoring.Tests.Coordinator;

public sealed class MatchViewTests
{
    private const string Autumn = CoordinatorHost.Rounds + "/" + CoordinatorHost.Round;

    [Fact]
    [Trait("Requirement", "RM7")]
    [Trait("Requirement", "B2")]
    public async Task Every_match_and_every_unmatched_mentee_comes_with_reasons()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        Assert.Equal("round-not-run", (await desk.GetAsync(Autumn + "/matches", 409)).GetProperty("code").GetString());
        var mentor = await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        var alone = await desk.MenteeAsync("Ann Lee", "Another University", "relationships");
        await desk.RunRoundAsync();

        var matches = await desk.GetAsync(Autumn + "/matches");

        var match = Assert.Single(matches.GetProperty("matches").EnumerateArray());
        Assert.Equal((mentor, "Tom Hughes", "pending", "matching"), (
            match.GetProperty("mentor").GetProperty("id").GetString(), match.GetProperty("mentee").GetProperty("name").GetString(), match.GetProperty("state").GetString(), match.GetProperty("by").GetString()));
        Assert.Equal(match.GetProperty("score").GetInt64(), match.GetProperty("reasons").EnumerateArray().Sum(reason => reason.GetProperty("points").GetInt64()));
        var unmatched = Assert.Single(matches.GetProperty("unmatched").EnumerateArray());
        Assert.Equal((alone, "no-mentor-offers", "waiting"), (unmatched.GetProperty("mentee").GetProperty("id").GetString(), unmatched.GetProperty("code").GetString(), unmatched.GetProperty("state").GetString()));
    }

    [Fact]
    [Trait("Requirement", "B1")]
    public async Task The_certificate_is_checked_when_it_is_asked_for()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.RunRoundAsync();

        var certificate = await desk.GetAsync(Autumn + "/certificate");

        Assert.True(certificate.GetProperty("verdict").GetProperty("holds").GetBoolean());
        Assert.Equal("none", certificate.GetProperty("verdict").GetProperty("violated").GetString());
        Assert.Equal(0, certificate.GetProperty("certificate").GetProperty("mentorOf")[0].GetInt32());
    }

    [Fact]
    public async Task The_file_holds_pairs_and_the_waiting_list_and_no_formula()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        foreach (var (sign, name) in new[] { ('=', "Eve"), ('+', "Paul"), ('-', "Mina"), ('@', "Al") })
            await desk.RegisterAsync(ValidFields.Mentee(name, name.ToLowerInvariant() + "@university.example").With("seeks", "relationships").With("name", sign + "2+3"));
        await desk.RunRoundAsync();
        var pending = await FileAsync(desk);
        await desk.AnswerAsync("tom.hughes@university.example", "offer", ("answer", "accept"));
        var accepted = await FileAsync(desk);

        Assert.DoesNotContain(pending, line => line.StartsWith("pair", StringComparison.Ordinal));
        Assert.Contains("pair,agreeing,", Assert.Single(accepted, line => line.Contains("Maya Okafor", StringComparison.Ordinal)), StringComparison.Ordinal);
        foreach (var sign in "=+-@")
            Assert.Contains(accepted, line => line.StartsWith("waiting,", StringComparison.Ordinal) && line.Contains($"\"'{sign}2+3\"", StringComparison.Ordinal));
        Assert.DoesNotContain(accepted.SelectMany(line => line.Split(',')), cell => cell.Trim('"') is ['=' or '+' or '-' or '@', ..]);
    }

    [Fact]
    public async Task The_pages_show_rounds_people_and_events()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await desk.MenteeAsync("Ann Lee", "Another University", "relationships");
        await desk.RunRoundAsync();

        var pairs = await PageAsync(desk, "/coordinator/rounds/autumn/pairs");
        Assert.Contains("Nothing needs you", await PageAsync(desk, "/coordinator"), StringComparison.Ordinal);
        Assert.Contains("Everybody is written to", await PageAsync(desk, "/coordinator/rounds/autumn"), StringComparison.Ordinal);
        Assert.All(["Maya Okafor", "Tom Hughes"], words => Assert.Contains(words, pairs, StringComparison.Ordinal));
        Assert.Contains("Ann Lee", await PageAsync(desk, "/coordinator/rounds/autumn/waiting"), StringComparison.Ordinal);
        Assert.Contains("No better matching exists", await PageAsync(desk, "/coordinator/rounds/autumn/certificate"), StringComparison.Ordinal);
        Assert.Contains("round.matched", await PageAsync(desk, "/coordinator/journal?round=autumn"), StringComparison.Ordinal);
        using var missing = await desk.Host.Client.GetAsync(new Uri("/coordinator/rounds/nothing", UriKind.Relative));
        Assert.Equal(404, (int)missing.StatusCode);
    }

    [Fact]
    public async Task The_journal_is_read_on_from_where_one_left_off()
    {
        await using var desk = await CoordinatorHost.StartAsync();
        await desk.MenteeAsync("Tom Hughes", "Another University", "wellbeing");

        var all = (await desk.GetAsync("/api/coordinator/journal?round=autumn")).GetProperty("entries").EnumerateArray().ToList();
        var rest = (await desk.GetAsync("/api/coordinator/journal?round=autumn&after=1")).GetProperty("entries").EnumerateArray().ToList();

        Assert.Equal("round.created", all[0].GetProperty("event").GetString());
        Assert.Equal(all.Skip(1).Select(entry => entry.GetRawText()), rest.Select(entry => entry.GetRawText()));
        await desk.GetAsync("/api/coordinator/journal?after=-1", 400);
        await desk.GetAsync("/api/coordinator/journal?round=nothing", 404);
    }

    private static async Task<IReadOnlyList<string>> FileAsync(CoordinatorHost desk)
    {
        using var response = await desk.Host.Client.GetAsync(new Uri(Autumn + "/export.csv", UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()).Split("\r\n");
    }

    private static async Task<string> PageAsync(CoordinatorHost desk, string path)
    {
        using var response = await desk.Host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
