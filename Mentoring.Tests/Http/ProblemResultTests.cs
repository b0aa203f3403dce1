using System.Text.Json;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Http;

public class ProblemResultTests
{
    [Fact]
    public async Task A_problem_is_written_as_a_problem_document()
    {
        var errors = new Dictionary<string, IReadOnlyList<string>> { ["name"] = ["Enter your name.", "<script>"] };

        var (response, body) = await Answer(Problem.Invalid(errors));

        Assert.Equal(422, response.StatusCode);
        Assert.Equal("application/problem+json", response.ContentType);
        Assert.DoesNotContain("<script>", body, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        Assert.Equal("Unprocessable Entity", root.GetProperty("title").GetString());
        Assert.Equal(422, root.GetProperty("status").GetInt32());
        Assert.Equal("invalid-fields", root.GetProperty("code").GetString());
        Assert.NotEqual("", root.GetProperty("detail").GetString());
        Assert.Equal("<script>", root.GetProperty("errors").GetProperty("name")[1].GetString());
    }

    [Fact]
    public async Task Without_faulty_fields_there_are_no_errors()
    {
        var (response, body) = await Answer(Problem.NotEligible("Open to GOLD only."));

        Assert.Equal(403, response.StatusCode);
        Assert.Equal("""{"title":"Forbidden","status":403,"detail":"Open to GOLD only.","code":"not-eligible"}""", body);
    }

    [Fact]
    public async Task The_head_of_a_problem_has_no_body()
    {
        var (response, body) = await Answer(Problem.Malformed("x", "X."), HttpMethods.Head);

        Assert.Equal("", body);
        Assert.True(response.ContentLength > 0);
    }

    [Fact]
    public void Every_answer_says_how_it_may_be_kept_shown_and_followed()
    {
        var response = new DefaultHttpContext().Response;

        SecurityHeaders.Apply(response);
        SecurityHeaders.Apply(response);

        Assert.Equal("no-referrer", response.Headers["Referrer-Policy"]);
        Assert.Equal("no-store", response.Headers.CacheControl);
        Assert.Equal("default-src 'none'; style-src 'self'; script-src 'self'; img-src data: https:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'", response.Headers.ContentSecurityPolicy);
        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
        Assert.Equal("max-age=31536000", response.Headers.StrictTransportSecurity);
        Assert.Equal("noindex", response.Headers["X-Robots-Tag"]);
    }

    private static async Task<(HttpResponse Response, string Body)> Answer(Problem problem, string method = "POST")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new ProblemResult(problem).ExecuteAsync(context);
        return (context.Response, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
