using System.Diagnostics;
using System.Globalization;
using Mentoring.Local.Durable;
using Mentoring.Local.Storage;
using Microsoft.DurableTask;

namespace Mentoring.Benchmarks;

/// <summary>Orchestrations, activities and events a second on one thread, with a flush at each commit and without, and the peak memory.</summary>
internal static class EngineBenchmark
{
    private const int ActivitiesEach = 5;

    /// <param name="args">The number of orchestrations; 2,000 where none is given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_000;
        Console.WriteLine($"engine: {count:N0} orchestrations of {ActivitiesEach} activities one after another, an event each; one thread");
        Console.WriteLine($"{"",-24}{"orchestrations/s",18}{"activities/s",16}{"events/s",14}{"peak MiB",12}");
        await MeasureAsync("warm-up, in memory", Math.Min(count, 500), null, flush: false);
        foreach (var flush in (bool[])[true, false])
        {
            var folder = Directory.CreateTempSubdirectory("mentoring-engine-");
            try
            {
                await MeasureAsync(flush ? "durable (FULL)" : "not flushed (OFF)", count, Path.Combine(folder.FullName, "engine.db"), flush);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(string name, int count, string? path, bool flush)
    {
        var work = new Work();
        await using var engine = new DurableEngine(work, new DurableOptions { Path = path, Durability = flush ? Durability.Full : Durability.Process });

        var watch = Stopwatch.StartNew();
        await StartAsync(engine, count);
        await engine.RunDueAsync();
        var perSecond = count / watch.Elapsed.TotalSeconds;

        watch.Restart();
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(Work.Listener, count, new StartOrchestrationOptions("listener"));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(Work.Speaker, count, new StartOrchestrationOptions("speaker"));
        await engine.RunDueAsync();
        var events = count / watch.Elapsed.TotalSeconds;

        if (work.Activities != (long)count * ActivitiesEach) throw new InvalidOperationException($"{work.Activities} activities ran, not {count * ActivitiesEach}.");
        var listened = await engine.Client.GetInstanceAsync("listener", getInputsAndOutputs: true);
        if (listened!.ReadOutputAs<int>() != count) throw new InvalidOperationException("An event was lost.");

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{name,-24}{perSecond,18:N0}{perSecond * ActivitiesEach,16:N0}{events,14:N0}{process.PeakWorkingSet64 / 1048576.0,12:N0}");
    }

    /// <summary>One orchestration starts all the others, as a closed round starts its offers.</summary>
    private static Task<string> StartAsync(DurableEngine engine, int count) =>
        engine.Client.ScheduleNewOrchestrationInstanceAsync(Work.Starter, count, new StartOrchestrationOptions("starter"));

    private sealed class Work : IDurableFunctions
    {
        internal const string Starter = "Starter";
        internal const string Listener = "Listener";
        internal const string Speaker = "Speaker";
        private const string Chain = "Chain";

        internal long Activities { get; private set; }

        public Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name) => name switch
        {
            Starter => async context =>
            {
                await Task.WhenAll(Enumerable.Range(0, context.GetInput<int>()).Select(number =>
                    context.CallSubOrchestratorAsync(Chain, number, new SubOrchestrationOptions(instanceId: $"chain-{number}"))));
                return null;
            },
            Chain => async context =>
            {
                var value = context.GetInput<int>();
                for (var step = 0; step < ActivitiesEach; step++) value = await context.CallActivityAsync<int>("Add", value);
                return value;
            },
            Listener => async context =>
            {
                var heard = 0;
                for (var left = context.GetInput<int>(); left > 0; left--) heard += await context.WaitForExternalEvent<int>("said");
                return heard;
            },
            Speaker => context =>
            {
                for (var left = context.GetInput<int>(); left > 0; left--) context.SendEvent("listener", "said", 1);
                return Task.FromResult<object?>(null);
            },
            _ => null,
        };

        public Func<ActivityCall, CancellationToken, Task<object?>>? FindActivity(string name) => (call, _) =>
        {
            Activities++;
            return Task.FromResult<object?>(int.Parse(call.Input!, CultureInfo.InvariantCulture) + 1);
        };
    }
}
