using Mentoring.Benchmarks;
using Mentoring.Tests.Http;

namespace Mentoring.Tests.Browser;

/// <summary>A scheme on a real port in which every page is open.</summary>
public sealed class OpenScheme : IAsyncLifetime
{
    internal LivedInScheme Scheme { get; } = new() { Port = BareEndpoint.FreePort() };

    internal Uri Site => new($"http://localhost:{Scheme.Port}/");

    public Task InitializeAsync() => Scheme.InitializeAsync();

    public Task DisposeAsync() => Scheme.DisposeAsync();
}
