using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Local.Hosting;
using Mentoring.Pages;
using Mentoring.Pages.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Local.LocalPages;

/// <summary>The page that stands for the association's website, and the sample registrations.</summary>
internal static class SchemePages
{
    /// <param name="host">Asked at each request: pages are mapped before the host has started.</param>
    public static void Map(IEndpointRouteBuilder routes, Func<LocalHost> host, string schemeFile)
    {
        routes.MapGet(LocalPaths.Welcome, http => WelcomeAsync(http, host(), null));
        MailCatalogue.Map(routes, host);
        MailboxPages.Map(routes, () => host().Mailbox);
        routes.MapPost(LocalPaths.Samples, http => LoadAsync(http, host(), schemeFile));
    }

    private static async Task WelcomeAsync(HttpContext http, LocalHost host, string? notice)
    {
        var scheme = host.Services.GetRequiredService<Scheme>();
        var now = host.Clock.GetUtcNow();
        RoundPlan? plan = null;
        await foreach (var (_, state) in host.Services.GetRequiredService<LedgerReader>().AllAsync(Stages.Rounds, null, http.RequestAborted))
        {
            if (Round.PlanOf(state) is { } found && (plan is null || found.Deadline.Instant > plan.Deadline.Instant))
                plan = found;
        }

        var registered = 0;
        if (plan is not null)
        {
            await foreach (var _ in host.Ledger.ListAsync(plan.Id, Stages.Registrations.Kind, http.RequestAborted))
                registered++;
        }

        var open = plan?.Window(scheme).Refusal(now) is null && plan is not null;
        var page = host.Services.GetRequiredService<PageRenderer>().Render(new WelcomeModel(
            scheme, LocalInstant.At(now, scheme.TimeZone), plan is not null && !plan.Opens.HasPassed(now) ? plan.Opens : null, plan?.Closes, open, registered, (int)host.Mailbox.CountAll(), notice));
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(page, http.RequestAborted);
    }

    /// <summary>Posts every sample registration through the public endpoint, as the website would.</summary>
    private static async Task LoadAsync(HttpContext http, LocalHost host, string schemeFile)
    {
        var scheme = host.Services.GetRequiredService<Scheme>();
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(schemeFile))!, "registrations.csv");
        if (!File.Exists(file))
        {
            await WelcomeAsync(http, host, "This scheme has no sample registrations.");
            return;
        }

        await using var stream = File.OpenRead(file);
        var (rows, faults) = RegistrationFile.Read(stream, scheme, host.Clock.GetUtcNow());
        var taken = 0;
        foreach (var row in rows)
            taken += await PostAsync(host, row.Fields, http.RequestAborted) ? 1 : 0;
        await WelcomeAsync(http, host, faults.Count > 0
            ? $"The sample file is faulty: {faults[0]}"
            : taken == rows.Count ? $"{taken} sample registrations are in. Their mails are in the mailbox." : $"{taken} of {rows.Count} sample registrations were taken; registration may be closed.");
    }

    private static async Task<bool> PostAsync(LocalHost host, FormFields fields, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(fields.Names.SelectMany(name => fields[name].Select(value => KeyValuePair.Create(name, value))));
        using var response = await host.Client.PostAsync(new Uri(Paths.Registrations, UriKind.Relative), form, cancellation);
        return (int)response.StatusCode is >= 200 and < 400;
    }
}
