using Mentoring.Benchmarks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Browser;

/// <summary>An association's own website, at an origin of its own: a page into which the form's snippet was pasted, and a page that thanks.</summary>
internal sealed class AssociationWebsite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AssociationWebsite(WebApplication app, string origin)
    {
        (_app, Origin) = (app, origin);
        app.MapGet("/mentoring", () => Page("<h1>Become a mentor or a mentee</h1>" + Snippet));
        app.MapGet("/thank-you", () => Page("<h1>Thank you from the association</h1>"));
    }

    public string Origin { get; }

    /// <summary>What stands on the page.</summary>
    public string Snippet { get; set; } = "";

    public string Form => Origin + "/mentoring";

    public string Thanks => Origin + "/thank-you";

    public static async Task<AssociationWebsite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var origin = $"http://localhost:{BareEndpoint.FreePort()}";
        builder.WebHost.UseUrls(origin);
        var website = new AssociationWebsite(builder.Build(), origin);
        await website._app.StartAsync();
        return website;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Page(string main) =>
        Results.Content($"<!DOCTYPE html><html lang=\"en\"><title>The association</title><main>{main}</main></html>", "text/html; charset=utf-8");
}
