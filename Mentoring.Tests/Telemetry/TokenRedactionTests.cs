using System.Diagnostics;
using Mentoring.Functions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Telemetry;

public sealed class TokenRedactionTests
{
    private const string Token = "Zm9vYmFyYmF6cXV4LV8xMjM0NTY3ODkwYWJjZGVmZ2h";

    [Theory]
    [InlineData("GET /offers/" + Token + " answered 200", "GET /offers/{token} answered 200")]
    [InlineData("https://mentoring.example/registrations/" + Token + "/data?x=1", "https://mentoring.example/registrations/{token}/data?x=1")]
    [InlineData("/agreements/" + Token, "/agreements/{token}")]
    [InlineData("/reviews/" + Token + "x", "/reviews/{token}")]
    [InlineData("/partnerships/" + "Zm9vYmFyYmF6cXV4LV8xMjM0NTY3ODkwYWJjZGVm", "/partnerships/{token}")]
    [InlineData("token " + Token + ".", "token {token}.")]
    [InlineData("/offers/", "/offers/")]
    [InlineData("offer 0192f0c8-1111-7222-8333-944455556666 of round 2024 was made", "offer 0192f0c8-1111-7222-8333-944455556666 of round 2024 was made")]
    [InlineData("digest e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "digest e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_token_is_replaced_wherever_it_stands_and_ids_and_hashes_are_not(string text, string expected) => Assert.Equal(expected, TokenRedaction.Of(text));

    [Fact]
    public void Spans_lose_their_tokens_before_they_are_sent()
    {
        using var span = new Activity("GET /offers/" + Token);
        span.SetTag("url.path", "/offers/" + Token).SetTag("http.response.status_code", 200).SetTag("mentoring.round", "2024");
        using var redacting = new RedactingSpans();
        redacting.OnEnd(span);

        Assert.Equal("GET /offers/{token}", span.DisplayName);
        Assert.Equal(("/offers/{token}", 200, "2024"), (span.GetTagItem("url.path"), span.GetTagItem("http.response.status_code"), span.GetTagItem("mentoring.round")));
    }

    [Fact]
    public void Logs_lose_them_in_their_line_their_values_and_their_scopes_and_keep_the_rest()
    {
        var collected = new CollectingLogs();
        using var provider = new ServiceCollection().AddLogging(logging => logging.AddProvider(collected)).AddTelemetry().BuildServiceProvider();
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger("web");
        using (logger.BeginScope(new Dictionary<string, object?> { ["RequestPath"] = "/offers/" + Token }))
        {
#pragma warning disable CA1848, CA1873 // As others log.
            logger.LogInformation("Request {Path} took {Time} ms", new Uri("https://mentoring.example/offers/" + Token), 12.5);
#pragma warning restore CA1848, CA1873
        }

        var all = collected.Texts;
        Assert.DoesNotContain(all, text => text.Contains(Token, StringComparison.Ordinal));
        Assert.Contains("Request https://mentoring.example/offers/{token} took 12.5 ms", all);
        Assert.Contains("Time=12.5", all);
        Assert.Contains("RequestPath=/offers/{token}", all);
    }

    [Fact]
    public void Without_a_place_to_send_it_to_nothing_is_set_up_to_send_telemetry()
    {
        var services = new ServiceCollection();
        services.AddTelemetryExport(new ConfigurationBuilder().AddInMemoryCollection([new("APPLICATIONINSIGHTS_CONNECTION_STRING", "")]).Build());
        Assert.Empty(services);
    }
}
