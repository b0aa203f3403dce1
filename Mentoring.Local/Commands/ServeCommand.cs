using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Local.Hosting;
using Mentoring.Local.Memberships;
using Mentoring.Local.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Local;
using Microsoft.AspNetCore.Connections;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Local.Commands;

/// <summary>Without a command: the scheme on this machine, until Ctrl+C.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(CommandLine line, TimeProvider time, CancellationToken cancellation)
    {
        var port = line.Number("--port", 7071, 1, 65535);
        var data = line.Text("--data", RepositoryFiles.DefaultData);
        var schemeFile = line.Text("--scheme", RepositoryFiles.PlannersScheme);
        line.RefuseTheRest(allowed: 0);

        var scheme = SchemeFile.Read(schemeFile);
        await using var host = await StartAsync(
            new SchemeHostOptions
            {
                SchemeFile = schemeFile,
                DataFolder = data,
                Port = port,
                Live = time,
                Settings = LocalMemberships.Names.Where(name => Environment.GetEnvironmentVariable(name) is not null).ToDictionary(name => name, Environment.GetEnvironmentVariable),
                // Whatever stops the start is told once, on the error stream.
                ConfigureLogging = logging => logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
                    .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None),
            },
            cancellation);
        var plan = await EnsureRoundAsync(host, scheme, cancellation);
        var site = $"http://localhost:{port}";
        Console.WriteLine($"{scheme.Name}, {scheme.Association}");
        Console.WriteLine(plan.Closes is { } deadline ? $"  registration closes at {deadline} ({deadline.Zone})" : "  registration is open at any time");
        Console.WriteLine($"  website      {site}{LocalPaths.Welcome}");
        Console.WriteLine($"  form         {site}{Paths.Register}");
        Console.WriteLine($"  mailbox      {site}{LocalPaths.Mailbox}");
        Console.WriteLine($"  coordinator  {site}{Paths.Coordinator}");
        Console.WriteLine($"  data         {data}");
        Console.WriteLine("The website's page loads the sample registrations and moves the clock. Ctrl+C stops; started again, it goes on where it was.");
        await host.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <exception cref="CommandLineException">Something else listens on the port.</exception>
    private static async Task<LocalHost> StartAsync(SchemeHostOptions options, CancellationToken cancellation)
    {
        try
        {
            return await SchemeHost.StartAsync(options, cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new CommandLineException($"Port {options.Port} is in use. Stop what listens there, or choose another with --port.");
        }
    }

    /// <summary>Where the scheme has no round, one opens that closes at noon, local time, 14 days from now; or never, where people register at any time.</summary>
    private static async Task<RoundPlan> EnsureRoundAsync(LocalHost host, Scheme scheme, CancellationToken cancellation)
    {
        var opening = host.Services.GetRequiredService<RoundOpening>();
        var waker = new DurableWaker(host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance);
        await opening.OpenAsync(waker, cancellation);
        RoundPlan? latest = null;
        await foreach (var (_, state) in host.Services.GetRequiredService<LedgerReader>().AllAsync(Stages.Rounds, null, cancellation))
        {
            if (Round.PlanOf(state) is { } plan && (latest is null || plan.Deadline.Instant > latest.Deadline.Instant))
                latest = plan;
        }

        if (latest is not null)
            return latest;
        var moment = host.Clock.GetUtcNow();
        var now = LocalInstant.At(moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute)), scheme.TimeZone);
        var deadline = scheme.Intake == Intake.Rolling ? LocalInstant.Never(scheme.TimeZone) : now.PlusDays(14, new TimeOnly(12, 0));
        var opened = new RoundPlan($"{now.Wall:yyyy-MM-dd}", now, deadline, scheme.TermMonths, scheme.Waiting.UpdateAfterDays);
        await opening.CreateAsync(opened, Actor.Coordinator, waker, cancellation);
        return opened;
    }
}
