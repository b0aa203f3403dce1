using Mentoring.Functions.Ledger;
using Mentoring.Local.Durable;
using Mentoring.Local.Hosting.Functions;
using Mentoring.Local.Hosting.Http;
using Mentoring.Local.Hosting.Timers;
using Mentoring.Local.LocalPages;
using Mentoring.Local.Mail;
using Mentoring.Local.Queues;
using Mentoring.Local.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mentoring.Local.Hosting;

/// <summary>One process that runs the functions of an assembly: requests, timers, messages and orchestrations over one data folder.</summary>
/// <remarks>In virtual time nothing happens by itself, and one thread does all in one order, so that a run can be repeated exactly.</remarks>
public sealed class LocalHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HostResources resources;
    private readonly HostWork work;
    private readonly CancellationTokenSource stopping = new();
    private Task background = Task.CompletedTask;

    private LocalHost(WebApplication app, HostResources resources, HostWork work, HttpClient client)
    {
        this.app = app;
        this.resources = resources;
        this.work = work;
        Client = client;
    }

    /// <summary>Talks to the host; follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public VirtualClock Clock => resources.Clock;

    /// <summary>The functions' ledger: the host's own unless <see cref="LocalHostOptions.ConfigureServices"/> put another in its place.</summary>
    public ILedger Ledger => Services.GetRequiredService<ILedger>();

    public SqliteMailbox Mailbox => resources.Mailbox;

    public SqliteQueue Queue => resources.Queue;

    public DurableEngine Durable => resources.Engine;

    /// <summary>What functions let out, oldest first.</summary>
    public IReadOnlyCollection<FunctionFault> Faults => Services.GetRequiredService<FaultLog>().All;

    /// <exception cref="Storage.DatabaseRefusedException">A database in the data folder is damaged, foreign or newer.</exception>
    /// <exception cref="FunctionDeclarationException">A function is declared in a way that can't be hosted.</exception>
    /// <exception cref="IOException">The data folder or the port is in use.</exception>
    public static async Task<LocalHost> StartAsync(LocalHostOptions options, CancellationToken cancellation = default)
    {
        var builder = HostBuilding.Builder(options);
        var functions = FunctionCatalog.Find(options.FunctionTypes ?? options.Functions?.GetTypes() ?? [], builder.Configuration);
        (FunctionRunner Runner, FaultLog Faults) parts = default;
        var resources = await HostResources.OpenAsync(options, new DurableFunctions(functions, () => parts));
        try
        {
            var pipeline = HostBuilding.AddServices(builder, options, resources);
            var app = builder.Build();
            var runner = new FunctionRunner(app.Services.GetRequiredService<IServiceScopeFactory>(), pipeline.Build());
            var faults = app.Services.GetRequiredService<FaultLog>();
            parts = (runner, faults);
            var requests = new RequestsUnderWay();
            var work = new HostWork(
                resources.Clock,
                new TimerPump(functions, resources.Clock, runner, faults),
                resources.Engine,
                new QueuePump(functions, resources.Queue, runner, faults),
                requests,
                resources.Signal,
                app.Services.GetRequiredService<ILogger<HostWork>>());
            var host = new LocalHost(app, resources, work, HostBuilding.Client(options, app.Services.GetRequiredService<IServer>()));

            app.UseMiddleware<ProblemAnswers>();
            app.UseRouting();
            app.Use(Loopback.GuardAsync);
            HttpFunctions.Map(app, functions, runner, requests, resources.Signal, options.ThisMachineOnly);
            MachinePages.Map(app, host, options.MapPages);
            await app.StartAsync(cancellation);
            if (options.Live is not null) host.background = Task.Run(() => work.RunAsync(host.stopping.Token), CancellationToken.None);
            return host;
        }
        catch
        {
            await resources.DisposeAsync();
            throw;
        }
    }

    /// <summary>Works until nothing is due at the clock's present instant.</summary>
    public Task DrainAsync(CancellationToken cancellation = default) => work.DrainAsync(cancellation);

    /// <summary>Moves the clock forward, working everything due on the way in order, and returns when all is quiet.</summary>
    public Task AdvanceAsync(TimeSpan span, CancellationToken cancellation = default) => AdvanceToAsync(Clock.GetUtcNow() + span, cancellation);

    /// <inheritdoc cref="AdvanceAsync"/>
    /// <remarks>A clock that goes may have reached the instant by itself meanwhile: then what is due is worked, and nothing moves.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The clock stands, at a later instant.</exception>
    public Task AdvanceToAsync(DateTimeOffset instant, CancellationToken cancellation = default) => work.AdvanceToAsync(instant, cancellation);

    /// <summary>Returns when the host is asked to stop, as by Ctrl+C.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await background;
        Client.Dispose();
        await app.DisposeAsync();
        work.Dispose();
        await resources.DisposeAsync();
        stopping.Dispose();
    }
}
