using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Http;

/// <summary>Whatever is sent to whichever endpoint: a problem document or a page that says what is wrong, nothing stored, no mail.</summary>
public sealed class HostileInputTests(LivedInScheme scheme) : IClassFixture<LivedInScheme>
{
    private const string WellFormedToken = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static readonly string[] Headers =
        ["Referrer-Policy", "Cache-Control", "Content-Security-Policy", "X-Content-Type-Options", "Strict-Transport-Security", "X-Robots-Tag"];

    private static readonly string[] Wanted = ["text/html", "application/json"];
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"];

    [Fact]
    public async Task A_body_that_cannot_be_read_is_refused_by_every_endpoint_that_takes_one()
    {
        Assert.NotEmpty(Endpoints.Posts);
        await NothingHappensAsync(async () =>
        {
            foreach (var (method, route) in Endpoints.Posts)
            {
                foreach (var (name, body) in HostileBodies.All)
                {
                    foreach (var accept in Wanted)
                    {
                        using var answer = await RefusedAsync($"{method} {route} with {name}", new HttpMethod(method), scheme.Address(route), body(), accept);
                        Assert.True(OpenApi.Describes(method, route, answer.StatusCode), $"{method} {route} with {name}: {answer.StatusCode} is not described");
                    }
                }
            }
        });
    }

    [Fact]
    public async Task Every_method_an_address_does_not_take_is_refused_and_the_allowed_ones_are_named()
    {
        await NothingHappensAsync(async () =>
        {
            foreach (var route in Endpoints.All.Select(endpoint => endpoint.Route).Where(route => route[0] != '{').Distinct())
            {
                var taken = Endpoints.All.Where(endpoint => endpoint.Route == route).Select(endpoint => endpoint.Method).ToHashSet();
                foreach (var method in Methods.Where(method => !taken.Contains(method)))
                {
                    using var answer = await RefusedAsync($"{method} {route}", new HttpMethod(method), scheme.Address(route), null, "application/json");
                    Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {route}: {answer.StatusCode}");
                    Assert.Superset(taken, answer.Content.Headers.Allow.ToHashSet());
                }
            }
        });
    }

    [Theory]
    [InlineData(WellFormedToken)]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("%01%7F")]
    [InlineData("%0d%0aSet-Cookie:%20a=b")]
    [InlineData("%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("..%5c..%5cmentoring.db")]
    [InlineData("'%20OR%201=1--")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%C3%28")]
    [InlineData("%ff%fe")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_name_that_nothing_has_leads_nowhere_whatever_it_is_made_of(string word)
    {
        await NothingHappensAsync(async () =>
        {
            foreach (var (method, route) in Endpoints.All.Where(endpoint => endpoint.Route.Contains('{', StringComparison.Ordinal) && endpoint.Method is not "OPTIONS"))
            {
                using var body = method is "POST" or "PATCH" ? new FormUrlEncodedContent(Fields(route)) : null;
                using var answer = await RefusedAsync($"{method} {route}", new HttpMethod(method), Endpoints.Address(route, word), body, "application/json");
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest, $"{method} {route}: {answer.StatusCode}");
            }

            var malformed = await scheme.Journey.GetAsync($"/offers/{WellFormedToken[1..]}");
            Assert.Equal((await scheme.Journey.GetAsync($"/offers/{WellFormedToken}")).Body, malformed.Body);
        });
    }

    [Fact]
    public async Task A_post_from_another_website_changes_nothing_behind_a_link_or_at_the_coordinators_desk()
    {
        await NothingHappensAsync(async () =>
        {
            foreach (var (method, route) in Endpoints.Posts.Where(endpoint => endpoint.Route != "api/registrations"))
            {
                foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example") })
                {
                    using var body = new FormUrlEncodedContent([new("answer", "accept"), new("agree", "yes"), new("signature", "Una Unsigned"), new("confirm", "yes"), new("reason", "other"), new("nextRound", "yes")]);
                    using var answer = await RefusedAsync($"{method} {route} from {value}", new HttpMethod(method), scheme.Address(route), body, "application/json", (header, value));
                    Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {route} from {value}: {answer.StatusCode}");
                }
            }
        });
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await NothingHappensAsync(async () =>
        {
            foreach (var (method, route) in Endpoints.All.Where(endpoint => endpoint.Method is "GET" or "HEAD" or "OPTIONS"))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(scheme.Address(route), UriKind.Relative));
                using var answer = await scheme.Journey.Host.Client.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{method} {route}: {answer.StatusCode}");
                HasSecurityHeaders($"{method} {route}", answer);
            }
        });
    }

    /// <summary>Such as would do something if the name were right.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Fields(string route) => route switch
    {
        "api/coordinator/offers/{id}/withdraw" => [new("reason", "A mistake.")],
        "api/coordinator/rounds/{id}" => [new("deadline", "2025-01-01T12:00")],
        _ => [new("answer", "accept"), new("confirm", "yes"), new("reason", "other")],
    };

    /// <summary>Runs it, and sees to it that nothing was stored, sent or failed.</summary>
    private async Task NothingHappensAsync(Func<Task> attempt)
    {
        var host = scheme.Journey.Host;
        var (before, mails) = (await LedgerImage.ShapeAsync(host.Ledger), host.Mailbox.Read().Count);
        await attempt();
        await host.DrainAsync();
        Assert.Equal(before, await LedgerImage.ShapeAsync(host.Ledger));
        Assert.Equal(mails, host.Mailbox.Read().Count);
        scheme.Journey.HasNoFaults();
    }

    private async Task<HttpResponseMessage> RefusedAsync(
        string what, HttpMethod method, string path, HttpContent? body, string accept, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        request.Headers.Accept.ParseAdd(accept);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await scheme.Journey.Host.Client.SendAsync(request);
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{what}: {answer.StatusCode}");
        if (method != HttpMethod.Head)
            await SaysWhatIsWrongAsync(what, answer);
        HasSecurityHeaders(what, answer);
        return answer;
    }

    private static async Task SaysWhatIsWrongAsync(string what, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            var problem = JsonDocument.Parse(text).RootElement;
            Assert.True(problem.GetProperty("status").GetInt32() == (int)answer.StatusCode, what);
            Assert.NotEqual("", problem.GetProperty("code").GetString());
            return;
        }

        Assert.True(answer.Content.Headers.ContentType?.MediaType == "text/html", $"{what}: {answer.Content.Headers.ContentType}");
        var page = new HtmlParser().ParseDocument(text);
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("h1")?.TextContent), what);
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    private static void HasSecurityHeaders(string what, HttpResponseMessage answer)
    {
        foreach (var header in Headers)
            Assert.True(answer.Headers.Contains(header), $"{what}: {header} is missing from {answer.StatusCode}");
    }
}
