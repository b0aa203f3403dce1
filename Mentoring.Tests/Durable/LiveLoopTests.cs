using Mentoring.Local.Durable;
using Microsoft.DurableTask;

namespace Mentoring.Tests.Durable;

public sealed class LiveLoopTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_wakes_for_new_work_runs_activities_side_by_side_and_stops_when_told()
    {
        var together = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        var script = new Script()
            .Activity("Meet", _ =>
            {
                // Each waits until all three are there, so they must run side by side.
                if (Interlocked.Increment(ref arrived) == 3) together.SetResult("met");
                return together.Task;
            })
            .Orchestrator("Main", async context =>
            {
                await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => context.CallActivityAsync("Meet")));
                return (object?)await context.WaitForExternalEvent<string>("reply");
            });
        await using var engine = new DurableEngine(script, new DurableOptions());
        using var stop = new CancellationTokenSource();
        var running = engine.RunAsync(stop.Token);

        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", null, new StartOrchestrationOptions("one"));
        await engine.Client.WaitForInstanceStartAsync("one").WaitAsync(s_patience);
        await engine.Client.RaiseEventAsync("one", "reply", "heard");
        var ended = await engine.Client.WaitForInstanceCompletionAsync("one", getInputsAndOutputs: true).WaitAsync(s_patience);
        Assert.Equal("heard", ended.ReadOutputAs<string>());

        await stop.CancelAsync();
        await running.WaitAsync(s_patience);
    }

    [Fact]
    public async Task It_follows_a_clock_that_is_moved_by_hand()
    {
        var time = new ManualTime(Rig.Start);
        var script = new Script().Orchestrator("Main", context => context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None));
        await using var engine = new DurableEngine(script, new DurableOptions { Time = time });
        using var stop = new CancellationTokenSource();
        var running = engine.RunAsync(stop.Token);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", null, new StartOrchestrationOptions("one"));
        await engine.Client.WaitForInstanceStartAsync("one").WaitAsync(s_patience);
        time.Now = Rig.Start.AddDays(2);
        engine.Wake();
        await engine.Client.WaitForInstanceCompletionAsync("one").WaitAsync(s_patience);
        await stop.CancelAsync();
        await running.WaitAsync(s_patience);
    }

    [Fact]
    public async Task An_activity_that_gives_up_at_the_stop_is_run_again_by_the_next_loop()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = 0;
        var script = new StoppingScript(async stopping =>
        {
            if (++calls > 1) return "second try";
            started.SetResult();
            await Task.Delay(Timeout.Infinite, stopping);
            return null;
        });
        await using var engine = new DurableEngine(script, new DurableOptions());
        using (var stop = new CancellationTokenSource())
        {
            var running = engine.RunAsync(stop.Token);
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", null, new StartOrchestrationOptions("one"));
            await started.Task.WaitAsync(s_patience);
            await stop.CancelAsync();
            await running.WaitAsync(s_patience);
        }

        await engine.RunDueAsync();
        Assert.Equal("second try", (await engine.Client.GetInstanceAsync("one", getInputsAndOutputs: true))!.ReadOutputAs<string>());
    }

    private sealed class StoppingScript(Func<CancellationToken, Task<object?>> activity) : IDurableFunctions
    {
        public Func<TaskOrchestrationContext, Task<object?>> FindOrchestrator(string name) =>
            async context => await context.CallActivityAsync<string>("Act");

        public Func<ActivityCall, CancellationToken, Task<object?>> FindActivity(string name) => (_, stopping) => activity(stopping);
    }
}
