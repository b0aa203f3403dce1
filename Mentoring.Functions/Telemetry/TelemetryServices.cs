using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Trace;

namespace Mentoring.Functions.Telemetry;

public static class TelemetryServices
{
    /// <summary>Adds the scheme's measures, and puts redaction before whatever loggers there are.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddLogging();
        services.TryAddSingleton<SchemeTelemetry>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider => new RedactingLoggers(new LoggerFactory(
            provider.GetServices<ILoggerProvider>(), provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(), provider.GetRequiredService<IOptions<LoggerFactoryOptions>>()))));
        return services;
    }

    /// <summary>Sends traces, metrics and logs to Application Insights, signed in as the app is; to nobody where the setting is empty.</summary>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration settings)
    {
        if (string.IsNullOrWhiteSpace(settings["APPLICATIONINSIGHTS_CONNECTION_STRING"]))
            return services;
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(SchemeTelemetry.Name).AddProcessor<RedactingSpans>())
            .WithMetrics(metrics => metrics.AddMeter(SchemeTelemetry.Name))
            .UseFunctionsWorkerDefaults()
            .UseAzureMonitorExporter();
        services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>(static (options, credential) => options.Credential = credential);
        return services;
    }
}
