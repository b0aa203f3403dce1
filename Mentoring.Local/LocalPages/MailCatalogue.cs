using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Settings;
using Mentoring.Local.Hosting;
using Mentoring.Pages;
using Mentoring.Pages.Local;
using Mentoring.Pages.Mails;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Local.LocalPages;

/// <summary>Every template of the scheme's mails, with invented people.</summary>
internal static class MailCatalogue
{
    /// <summary>A mail shown in the page brings its styles with it; it can do nothing else.</summary>
    private const string FramePolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data: https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes, Func<LocalHost> host)
    {
        routes.MapGet(LocalPaths.SampleMails, http => ListAsync(http, host()));
        routes.MapGet(LocalPaths.SampleMails + "/{name}", (HttpContext http, string name) => ShowAsync(http, host(), name, partOnly: false));
        routes.MapGet(LocalPaths.SampleMails + "/{name}/html", (HttpContext http, string name) => ShowAsync(http, host(), name, partOnly: true));
    }

    private static Task ListAsync(HttpContext http, LocalHost host)
    {
        var mails = host.Services.GetRequiredService<MailRenderer>();
        return WriteAsync(http, host, new MailCatalogueModel(
            host.Services.GetRequiredService<Scheme>(), [.. Samples(host).Select(sample => (sample.Name, mails.Render(sample.Model).Subject))]));
    }

    private static Task ShowAsync(HttpContext http, LocalHost host, string name, bool partOnly)
    {
        var samples = Samples(host).ToList();
        var place = samples.FindIndex(sample => sample.Name == name);
        if (place < 0)
            return new ProblemResult(new Problem(StatusCodes.Status404NotFound, "unknown-mail", "There is no mail of this name.")).ExecuteAsync(http);
        var mail = host.Services.GetRequiredService<MailRenderer>().Render(samples[place].Model);
        return partOnly
            ? WriteAsync(http, mail.Html)
            : WriteAsync(http, host, new MailSampleModel(
                host.Services.GetRequiredService<Scheme>(), name, mail, place == 0 ? null : samples[place - 1].Name, place == samples.Count - 1 ? null : samples[place + 1].Name));
    }

    private static IReadOnlyList<(string Name, MailModel Model)> Samples(LocalHost host) =>
        new MailSamples(host.Services.GetRequiredService<Scheme>(), host.Services.GetRequiredService<Site>().Address, host.Clock.GetUtcNow()).All();

    private static Task WriteAsync(HttpContext http, LocalHost host, PageModel model) => WriteAsync(http, host.Services.GetRequiredService<PageRenderer>().Render(model));

    private static Task WriteAsync(HttpContext http, string html)
    {
        SecurityHeaders.Apply(http.Response);
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = FramePolicy;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(html, http.RequestAborted);
    }
}
