// Microsoft.Azure.Functions.Worker 2.52.0.
using Mentoring.AzureSurface;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw Surface.Absent();
}

public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder()
    {
    }

    public IDictionary<object, object> Properties => throw Surface.Absent();

    public ConfigurationManager Configuration => throw Surface.Absent();

    IConfigurationManager IHostApplicationBuilder.Configuration => throw Surface.Absent();

    public IHostEnvironment Environment => throw Surface.Absent();

    public ILoggingBuilder Logging => throw Surface.Absent();

    public IMetricsBuilder Metrics => throw Surface.Absent();

    public IServiceCollection Services => throw Surface.Absent();

    public IHost Build() => throw Surface.Absent();

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => throw Surface.Absent();

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => throw Surface.Absent();
}
