// Microsoft.Extensions.Http.Polly 10.0.14. It is built on Polly 7.2.4, which is referenced as it is.
using Mentoring.AzureSurface;
using Polly;

namespace Microsoft.Extensions.DependencyInjection;

public static class PollyHttpClientBuilderExtensions
{
    public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder builder, IAsyncPolicy<HttpResponseMessage> policy) => throw Surface.Absent();
}
