using Mentoring.Benchmarks;
using Mentoring.Tests.Http;

namespace Mentoring.Tests.Browser;

/// <summary>Two schemes on real ports in which every page is open: one where all is calm, and one that needs its coordinator.</summary>
public sealed class OpenScheme : IAsyncLifetime
{
    private BusyScheme? busy;

    internal LivedInScheme Scheme { get; } = new() { Port = BareEndpoint.FreePort() };

    internal BusyScheme Busy => busy!;

    internal Uri Site => new($"http://localhost:{Scheme.Port}/");

    internal Uri BusySite { get; } = new($"http://localhost:{BareEndpoint.FreePort()}/");

    public async Task InitializeAsync()
    {
        var calm = Scheme.InitializeAsync();
        busy = await BusyScheme.StartAsync(BusySite.Port);
        await calm;
    }

    public async Task DisposeAsync()
    {
        await Scheme.DisposeAsync();
        if (busy is not null)
            await busy.DisposeAsync();
    }
}
