// OpenTelemetry.Extensions.Hosting 1.20.1.
using Mentoring.AzureSurface;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OpenTelemetry
{
    public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder
    {
        internal OpenTelemetryBuilder(IServiceCollection services) => Services = services;

        public IServiceCollection Services { get; }

        // Its own, beside the extensions of the same names: whoever calls these needs no using of OpenTelemetry, and an unneeded one is an error.
        public OpenTelemetryBuilder WithMetrics(Action<MeterProviderBuilder> configure) => throw Surface.Absent();

        public OpenTelemetryBuilder WithTracing(Action<TracerProviderBuilder> configure) => throw Surface.Absent();
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class OpenTelemetryServicesExtensions
    {
        public static OpenTelemetry.OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services) => throw Surface.Absent();
    }
}
