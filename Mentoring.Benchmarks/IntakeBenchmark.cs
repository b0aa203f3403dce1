using System.Globalization;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Local.Commands;
using Mentoring.Local.Hosting;
using Mentoring.Local.Schemes;
using Mentoring.Local.Simulation;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Benchmarks;

/// <summary>Registrations a second over HTTP on loopback with durable commits, mails and all, beside the least that a durable endpoint could do.</summary>
internal static class IntakeBenchmark
{
    // Enough for the compiler to have settled: what is measured is the steady rate.
    private const int WarmUp = 16_000;
    private const int Seed = 1;

    /// <param name="args">The number of registrations that are timed; 4,000 where none is given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 4_000;
        var scheme = SchemeFile.Read(RepositoryFiles.PlannersScheme);
        var people = SimulatedPeople.Invent(scheme, (WarmUp + count) * 6 / 10, WarmUp + count - ((WarmUp + count) * 6 / 10), Seed).ToArray();
        new Random(Seed).Shuffle(people);
        Console.WriteLine($"intake: {count:N0} form posts over HTTP on loopback, {FormPosts.Clients} clients with keep-alive, WAL with synchronous=FULL");
        var folder = Directory.CreateTempSubdirectory("mentoring-intake-");
        try
        {
            var bare = await BareAsync(Path.Combine(folder.FullName, "bare.db"), people);
            Print("bare Kestrel, one row a request", bare);
            var registrations = await SchemeAsync(Path.Combine(folder.FullName, "scheme"), scheme, people);
            Print("registrations", registrations);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"registrations to bare: {registrations.PerSecond / bare.PerSecond:F2}"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double PerSecond, double CpuMicroseconds)> BareAsync(string file, IReadOnlyList<FormFields> people)
    {
        await using var bare = await BareEndpoint.StartAsync(file);
        var measured = await FormPosts.MeasureAsync(bare.Address, people, WarmUp);
        if (bare.Rows() != people.Count) throw new InvalidOperationException($"{bare.Rows()} rows were written, not {people.Count}.");
        return measured;
    }

    private static async Task<(double PerSecond, double CpuMicroseconds)> SchemeAsync(string folder, Scheme scheme, IReadOnlyList<FormFields> people)
    {
        var port = BareEndpoint.FreePort();
        await using var host = await SchemeHost.StartAsync(new SchemeHostOptions
        {
            SchemeFile = RepositoryFiles.PlannersScheme,
            DataFolder = folder,
            Port = port,
            Live = TimeProvider.System,
        });
        var plan = await OpenRoundAsync(host, scheme);
        var measured = await FormPosts.MeasureAsync(new Uri($"http://localhost:{port}/api/registrations"), people, WarmUp);

        var registered = 0;
        await foreach (var _ in host.Ledger.ListAsync(plan.Id, Stages.Registrations.Kind, CancellationToken.None)) registered++;
        return registered == people.Count ? measured : throw new InvalidOperationException($"{registered} of {people.Count} people were registered.");
    }

    private static async Task<RoundPlan> OpenRoundAsync(LocalHost host, Scheme scheme)
    {
        var now = LocalInstant.At(host.Clock.GetUtcNow(), scheme.TimeZone);
        var plan = new RoundPlan("intake", now, now.PlusDays(14, new TimeOnly(12, 0)), scheme.TermMonths, scheme.Waiting.UpdateAfterDays);
        var waker = new DurableWaker(host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance);
        await host.Services.GetRequiredService<RoundOpening>().CreateAsync(plan, Actor.Coordinator, waker, CancellationToken.None);
        return plan;
    }

    private static void Print(string name, (double PerSecond, double CpuMicroseconds) measured) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34}{measured.PerSecond,10:N0} a second{measured.CpuMicroseconds,10:N0} µs of processor time each, the client's included"));
}
