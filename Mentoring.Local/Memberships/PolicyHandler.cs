using Polly;

namespace Mentoring.Local.Memberships;

/// <summary>Runs each request under a policy, as Microsoft.Extensions.Http.Polly does in Azure: with it or without it a directory can be asked from this machine.</summary>
internal sealed class PolicyHandler(IAsyncPolicy<HttpResponseMessage> policy) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(cancellation => base.SendAsync(request, cancellation), cancellationToken);
}
