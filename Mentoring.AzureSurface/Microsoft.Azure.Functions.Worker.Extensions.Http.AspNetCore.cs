// Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore 2.1.0.
using Mentoring.AzureSurface;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker
{
    public static class FunctionContextExtensions
    {
        // The package's own key: a host that puts a request there is seen by both.
        private const string HttpContextKey = "HttpRequestContext";

        public static HttpContext? GetHttpContext(this FunctionContext context) =>
            context.Items.TryGetValue(HttpContextKey, out var item) ? item as HttpContext : null;
    }
}

namespace Microsoft.Azure.Functions.Worker.Builder
{
    public static class FunctionsApplicationBuilderAspNetCoreExtensions
    {
        public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => throw Surface.Absent();
    }
}
