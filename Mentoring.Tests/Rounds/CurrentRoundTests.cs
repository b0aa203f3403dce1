using Mentoring.Core.Rounds;
using Mentoring.Core.Time;
using Mentoring.Functions.Rounds;
using Mentoring.Tests.Registrations;
using Mentoring.Tests.Schemes;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Rounds;

public sealed class CurrentRoundTests
{
    private static readonly DateTimeOffset Now = Office.Utc("2024-09-15T12:00:00Z");

    [Fact]
    public void Of_several_open_rounds_the_one_that_closes_first_is_current()
    {
        var calendar = RoundCalendar.At(Now, [Plan("late", -5, 20), Plan("soon", -2, 3), Plan("old", -30, -10), Plan("next", 30, 40)]);

        Assert.Equal(("soon", "next", "old", "soon"), (calendar.Open?.Id, calendar.Next?.Id, calendar.Last?.Id, calendar.Current?.Id));
    }

    [Fact]
    public void Between_rounds_the_next_is_current_and_after_all_the_last()
    {
        Assert.Equal("next", RoundCalendar.At(Now, [Plan("old", -30, -10), Plan("later", 50, 60), Plan("next", 30, 40)]).Current?.Id);
        Assert.Equal("newer", RoundCalendar.At(Now, [Plan("old", -30, -10), Plan("newer", -20, -5)]).Current?.Id);
        Assert.Null(RoundCalendar.At(Now, []).Current);
    }

    [Theory]
    [InlineData("2024-09-03T22:59:59Z", "scheduled")]
    [InlineData("2024-09-03T23:00:00Z", "open")]
    [InlineData("2024-09-30T10:59:59.999Z", "open")]
    [InlineData("2024-09-30T11:00:00Z", "closed")]
    public async Task The_website_is_told_the_window_in_utc_and_in_local_time(string now, string state)
    {
        using var office = new Office();
        await office.OpenRoundAsync();
        office.Clock.Now = Office.Utc(now);

        var reply = await ShowAsync(office, "https://planners.example");

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            ["roundId", "state", "opensAt", "deadline", "deadlineLocal", "timeZone", "enquiries", "expertise", "capacityLimit"],
            reply.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            (state, "2024-09-30T11:00:00Z", "2024-09-30T12:00:00+01:00", "Europe/London", "mentoring@planners.example", 3),
            (Text(reply, "state"), Text(reply, "deadline"), Text(reply, "deadlineLocal"), Text(reply, "timeZone"), Text(reply, "enquiries"), reply.Json.GetProperty("capacityLimit").GetInt32()));
        Assert.Equal(("new-professionals", "New professionals"), (reply.Json.GetProperty("expertise")[0].GetProperty("code").GetString(), reply.Json.GetProperty("expertise")[0].GetProperty("title").GetString()));
        Assert.Equal(("https://planners.example", "Origin"), (reply.Headers.AccessControlAllowOrigin.ToString(), reply.Headers.Vary.ToString()));
    }

    [Fact]
    public async Task Without_a_round_there_is_none_to_tell_of()
    {
        using var office = new Office();
        (await ShowAsync(office, origin: null)).AssertProblem(404, "no-round");
    }

    [Theory]
    [InlineData("https://planners.example", "https://planners.example", "POST", "Content-Type")]
    [InlineData("https://elsewhere.example", "", "", "")]
    public async Task A_browser_that_asks_before_it_posts_JSON_is_told_whether_it_may(string origin, string allowed, string methods, string headers)
    {
        using var office = new Office();
        var asked = Posts.Get(accept: null);
        asked.Request.Method = HttpMethods.Options;
        asked.Request.Headers.Origin = origin;

        var reply = await office.SendAsync(asked, request => Task.FromResult(Functions.Http.CrossOrigin.Preflight(request, TestScheme.Small, "POST")));

        Assert.Equal((204, allowed, methods, headers), (reply.Status, reply.Headers.AccessControlAllowOrigin.ToString(), reply.Headers.AccessControlAllowMethods.ToString(), reply.Headers.AccessControlAllowHeaders.ToString()));
        Assert.Equal("Origin", reply.Headers.Vary.ToString());
    }

    private static Task<Reply> ShowAsync(Office office, string? origin)
    {
        var get = Posts.Get("application/json");
        get.Request.Headers.Origin = origin;
        return office.SendAsync(get, request => new CurrentRoundFunctions(office.Get<CurrentRound>(), TestScheme.Small, office.Clock).ShowAsync(request, default));
    }

    private static string? Text(Reply reply, string name) => reply.Json.GetProperty(name).GetString();

    private static RoundPlan Plan(string id, int opens, int closes) => new(id, LocalInstant.At(Now.AddDays(opens), "Europe/London"), LocalInstant.At(Now.AddDays(closes), "Europe/London"), 12, 42);
}
