// Microsoft.Azure.Functions.Worker.OpenTelemetry 1.2.0.
using Mentoring.AzureSurface;
using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

public static class ConfigureFunctionsOpenTelemetry
{
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => throw Surface.Absent();
}
