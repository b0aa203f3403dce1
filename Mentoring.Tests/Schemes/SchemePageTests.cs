using Mentoring.Functions.Http;
using Mentoring.Functions.Schemes;
using Mentoring.Tests.Registrations;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Schemes;

public sealed class SchemePageTests : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Documents_are_shown_to_everybody_and_an_unknown_one_is_not_found()
    {
        var page = await DocumentAsync("handbook", Posts.Page);
        var json = await DocumentAsync("handbook", "application/json");

        Assert.Equal(200, page.Status);
        Assert.Contains("Words of the handbook.", page.Body, StringComparison.Ordinal);
        Assert.Equal(("2024-1", true), (json.Json.GetProperty("version").GetString(), json.Json.GetProperty("markdown").GetString()!.Contains("## Purpose", StringComparison.Ordinal)));
        (await DocumentAsync("nothing", "application/json")).AssertProblem(404, "unknown-document");
    }

    [Fact]
    public async Task The_scheme_page_says_whether_registration_is_open()
    {
        Assert.Contains("Registration is closed", (await SchemeAsync()).Body, StringComparison.Ordinal);
        await _office.OpenRoundAsync();
        Assert.Contains("Registration is open until noon on Monday 30 September 2024", (await SchemeAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stylesheet_is_kept_by_browsers_until_it_changes()
    {
        var first = await _office.SendAsync(Posts.Get(), StylesheetAsync);
        var again = Posts.Get();
        again.Request.Headers.IfNoneMatch = first.Headers.ETag;
        var head = Posts.Get();
        head.Request.Method = HttpMethods.Head;

        Assert.Equal((200, "text/css; charset=utf-8", Mentoring.Pages.SiteStylesheet.Text), (first.Status, first.Headers.ContentType.ToString(), first.Body));
        Assert.Equal((304, ""), await StatusAndBodyAsync(again));
        Assert.Equal((200, ""), await StatusAndBodyAsync(head));
    }

    [Fact]
    public async Task Health_names_what_cannot_be_reached()
    {
        var well = await HealthAsync();
        _office.Queue.IsDown = _office.Mailer.IsDown = true;
        var ill = await HealthAsync();
        _office.LoseLedger();
        var worse = await HealthAsync();

        Assert.Equal((200, "ok"), (well.Status, well.Json.GetProperty("status").GetString()));
        Assert.Equal((503, 503), (ill.Status, worse.Status));
        Assert.Equal(["queue", "mail"], Failing(ill));
        Assert.Equal(["ledger", "queue", "mail"], Failing(worse));
    }

    [Theory]
    [InlineData("DELETE", "/register", "GET, HEAD")]
    [InlineData("GET", "/api/registrations", "OPTIONS, POST")]
    [InlineData("PUT", "/registrations/abc", "GET, HEAD, POST")]
    [InlineData("GET", "/registrations/abc/withdraw", "POST")]
    [InlineData("POST", "/api/rounds/current", "GET, HEAD, OPTIONS")]
    public async Task A_wrong_method_is_told_the_right_ones(string method, string path, string allow)
    {
        var reply = await FallAsync(method, path);

        reply.AssertProblem(405, "method-not-allowed");
        Assert.Equal(allow, reply.Headers.Allow.ToString());
    }

    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", "/registrations")]
    [InlineData("GET", "/registrations/abc/def/ghi")]
    public async Task An_address_that_leads_nowhere_is_not_found(string method, string path)
    {
        (await FallAsync(method, path)).AssertProblem(404, "not-found");
        Assert.Contains("We cannot find this page", (await FallAsync(method, path, Posts.Page)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_that_answers_GET_answers_HEAD()
    {
        var routes = new KnownRoutes();
        string[] pages = ["/register", "/register/thanks", "/registrations/t", "/registrations/t/data", "/documents/handbook", "/scheme", "/site.css", "/health", "/api/rounds/current", "/offers/t"];

        Assert.All(pages, page => Assert.Superset(new HashSet<string> { "GET", "HEAD" }, routes.MethodsAt(page).ToHashSet()));
    }

    private Task<IResult> StylesheetAsync(HttpRequest request) => Task.FromResult(_office.Get<SchemePages>().Stylesheet);

    private async Task<(int, string)> StatusAndBodyAsync(DefaultHttpContext context) => await _office.SendAsync(context, StylesheetAsync) is var reply ? (reply.Status, reply.Body) : default;

    private Task<Reply> DocumentAsync(string code, string accept) => _office.SendAsync(Posts.Get(accept), request => _office.Get<SchemePages>().DocumentAsync(request, code, default));

    private Task<Reply> SchemeAsync() => _office.SendAsync(Posts.Get(), _ => _office.Get<SchemePages>().SchemeAsync(default));

    private static IEnumerable<string?> Failing(Reply reply) => reply.Json.GetProperty("failing").EnumerateArray().Select(part => part.GetString());

    private Task<Reply> HealthAsync() => _office.SendAsync(Posts.Get(), _ => _office.Get<Health>().CheckAsync(default));

    private Task<Reply> FallAsync(string method, string path, string accept = "application/json")
    {
        var context = Posts.Get(accept, path);
        context.Request.Method = method;
        return _office.SendAsync(context, request => Task.FromResult(_office.Get<Answers>().Problem(request, _office.Get<KnownRoutes>().ProblemOf(request))));
    }
}
