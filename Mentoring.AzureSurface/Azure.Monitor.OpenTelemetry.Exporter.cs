// Azure.Monitor.OpenTelemetry.Exporter 1.9.0.
using Azure.Core;
using Mentoring.AzureSurface;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public class AzureMonitorExporterOptions
{
    public TokenCredential? Credential { get; set; }
}

public static class OpenTelemetryBuilderExtensions
{
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(this IOpenTelemetryBuilder builder) => throw Surface.Absent();
}
