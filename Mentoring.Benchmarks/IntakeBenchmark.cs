using System.Globalization;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Queues;
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

/// <summary>
/// Registrations a second over HTTP on loopback with durable commits, beside the least that a durable endpoint could do. The two take
/// turns, so that both meet the machine in its quick and its slow moments; the mails of a turn are sent before the other's begins.
/// </summary>
internal static class IntakeBenchmark
{
    // Enough for the compiler to have settled: what is measured is the steady rate.
    private const int WarmUp = 16_000;
    private const int Turns = 9;
    private const int Seed = 1;

    /// <param name="args">The number of registrations a turn; 1,000 where none is given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000;
        var scheme = SchemeFile.Read(RepositoryFiles.PlannersScheme);
        var mentees = (WarmUp + (Turns * count)) * 6 / 10;
        var people = SimulatedPeople.Invent(scheme, mentees, WarmUp + (Turns * count) - mentees, Seed).ToArray();
        new Random(Seed).Shuffle(people);
        Console.WriteLine($"intake: form posts over HTTP on loopback, {FormPosts.Clients} clients with keep-alive, WAL with synchronous=FULL; {Turns} turns of {count:N0} each");
        var folder = Directory.CreateTempSubdirectory("mentoring-intake-");
        try
        {
            await using var bare = await BareEndpoint.StartAsync(Path.Combine(folder.FullName, "bare.db"));
            var port = BareEndpoint.FreePort();
            await using var host = await SchemeHost.StartAsync(new SchemeHostOptions
            {
                SchemeFile = RepositoryFiles.PlannersScheme,
                DataFolder = Path.Combine(folder.FullName, "scheme"),
                Port = port,
                Live = TimeProvider.System,
            });
            var plan = await OpenRoundAsync(host, scheme);
            var address = new Uri($"http://localhost:{port}/api/registrations");

            await FormPosts.PostAsync(bare.Address, people.Take(WarmUp));
            await FormPosts.PostAsync(address, people.Take(WarmUp));
            await SendMailsAsync(host);
            var (bares, registrations) = (new Rates(count), new Rates(count));
            foreach (var turn in people.Skip(WarmUp).Chunk(count))
            {
                bares.Add(await FormPosts.PostAsync(bare.Address, turn));
                registrations.Add(await FormPosts.PostAsync(address, turn));
                await SendMailsAsync(host);
            }
            await CheckAsync(bare, host, plan, people.Length);
            Console.WriteLine($"bare Kestrel, one row a request   {bares}");
            Console.WriteLine($"registrations                     {registrations}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"registrations to bare: {registrations.Median / bares.Median:F2}"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SendMailsAsync(LocalHost host)
    {
        while (host.Queue.NextVisible(QueueNames.Emails) is not null) await Task.Delay(50);
    }

    private static async Task CheckAsync(BareEndpoint bare, LocalHost host, RoundPlan plan, int people)
    {
        if (bare.Rows() != people) throw new InvalidOperationException($"{bare.Rows()} rows were written, not {people}.");
        var registered = 0;
        await foreach (var _ in host.Ledger.ListAsync(plan.Id, Stages.Registrations.Kind, CancellationToken.None)) registered++;
        if (registered != people) throw new InvalidOperationException($"{registered} of {people} people were registered.");
    }

    private static async Task<RoundPlan> OpenRoundAsync(LocalHost host, Scheme scheme)
    {
        var now = LocalInstant.At(host.Clock.GetUtcNow(), scheme.TimeZone);
        var plan = new RoundPlan("intake", now, now.PlusDays(14, new TimeOnly(12, 0)), scheme.TermMonths, scheme.Waiting.UpdateAfterDays);
        var waker = new DurableWaker(host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance);
        await host.Services.GetRequiredService<RoundOpening>().CreateAsync(plan, Actor.Coordinator, waker, CancellationToken.None);
        return plan;
    }

    /// <summary>What the turns of one endpoint took.</summary>
    private sealed class Rates(int count)
    {
        private readonly List<double> perSecond = [];
        private double cpuSeconds;

        public double Median => perSecond.Order().ElementAt(perSecond.Count / 2);

        public void Add((double Seconds, double CpuSeconds) turn)
        {
            perSecond.Add(count / turn.Seconds);
            cpuSeconds += turn.CpuSeconds;
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Median,8:N0} a second ({perSecond.Min():N0} to {perSecond.Max():N0}){cpuSeconds / perSecond.Count / count * 1e6,8:N0} µs of processor time each, the client's included");
    }
}
