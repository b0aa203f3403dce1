using System.Globalization;
using System.Text.Json;
using Mentoring.Local.Hosting;
using Mentoring.Local.Hosting.Http;
using Mentoring.Local.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Local.LocalPages;

/// <summary>Shows the clock and moves it, for programs and for the form on the welcome page: <c>{ "advance": "P10D" }</c> or <c>{ "to": "2026-10-01T12:00:00Z" }</c>.</summary>
internal static class ClockPage
{
    private const string Allowed = """The body must be {"advance":"P10D"} with an ISO 8601 duration or {"to":"2026-10-01T12:00:00Z"} with an instant that has not passed, at most ten years ahead""";
    private const int FarthestYears = 10;

    public static void Map(IEndpointRouteBuilder routes, LocalHost host)
    {
        routes.MapGet("/local/clock", http => AnswerAsync(http, host));
        routes.MapPost("/local/clock", http => MoveAsync(http, host));
    }

    private static async Task MoveAsync(HttpContext http, LocalHost host)
    {
        var now = host.Clock.GetUtcNow();
        if (await TargetAsync(http, now) is { } target && target >= now && target <= now.AddYears(FarthestYears))
        {
            // Half a journey is worth nothing, so it goes on though the caller has left.
            await host.AdvanceToAsync(target, CancellationToken.None);
            if (http.Request.HasFormContentType) http.Response.Redirect("/");
            else await AnswerAsync(http, host);
        }
        else
        {
            await Problems.WriteAsync(http, StatusCodes.Status400BadRequest, "clock-not-moved", Allowed);
        }
    }

    private static async Task<DateTimeOffset?> TargetAsync(HttpContext http, DateTimeOffset now)
    {
        try
        {
            if (http.Request.HasFormContentType)
                return IsoDuration.After(now, (await http.Request.ReadFormAsync(http.RequestAborted))["advance"].ToString());
            var move = await JsonSerializer.DeserializeAsync<Move>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted);
            return move switch
            {
                { Advance: { } span, To: null } => IsoDuration.After(now, span),
                { Advance: null, To: { } text } when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => instant,
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext http, LocalHost host)
    {
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(new { now = host.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture) }, http.RequestAborted);
    }

    private sealed record Move(string? Advance, string? To);
}
