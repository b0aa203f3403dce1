using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Queues;
using Mentoring.Local.Hosting.Functions;
using Mentoring.Local.Hosting.Http;
using Mentoring.Local.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.DurableTask;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Local.Hosting;

/// <summary>Puts a host's parts together.</summary>
internal static class HostBuilding
{
    private static readonly Uri InProcess = new("http://localhost/");

    public static WebApplicationBuilder Builder(LocalHostOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        return builder;
    }

    /// <summary>Registers the adapters, then what the functions need on top.</summary>
    public static WorkerPipeline AddServices(WebApplicationBuilder builder, LocalHostOptions options, HostResources resources)
    {
        var services = builder.Services;
        services.AddRouting();

        // As the Functions worker does, so that every IActionResult finds its executor.
        services.AddMvcCore();
        services.AddSingleton<TimeProvider>(resources.Clock);
        services.AddSingleton(resources.Ledger);
        services.AddSingleton<IMailLog>(provider => provider.GetRequiredService<ILedger>() is SqliteLedger own ? new SqliteMailLog(own) : ActivatorUtilities.CreateInstance<LedgerMailLog>(provider));
        services.AddSingleton<IMailer>(resources.Mailbox);
        services.AddSingleton(resources.Mailbox);
        services.AddSingleton<IQueue>(resources.Queue);
        services.AddSingleton<IDeadLetters>(resources.Queue);
        services.AddSingleton(resources.Queue);
        services.AddSingleton(resources.Engine.Client);
        services.AddSingleton<DataConverter>(options.Durable.Converter);
        services.AddSingleton<FaultLog>();
        if (options.Port == 0) services.AddSingleton<IServer, InProcessServer>();
        else Listen(builder.WebHost, options.Port);
        if (options.ConfigureLogging is { } logging) services.AddLogging(logging);
        options.ConfigureServices?.Invoke(services);
        var pipeline = new WorkerPipeline(services);
        options.ConfigureWorker?.Invoke(pipeline);
        return pipeline;
    }

    public static HttpClient Client(LocalHostOptions options, IServer server) => server is InProcessServer inProcess
        ? new HttpClient(new InProcessHandler(inProcess)) { BaseAddress = InProcess }
        : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://localhost:{options.Port}/") };

    private static void Listen(IWebHostBuilder web, int port) => web.UseKestrelCore().ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.ListenLocalhost(port);
    });
}
