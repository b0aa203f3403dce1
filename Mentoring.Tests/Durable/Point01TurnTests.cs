namespace Mentoring.Tests.Durable;

public sealed class Point01TurnTests
{
    [Fact]
    public Task Time_stands_still_within_a_turn_and_moves_with_the_next()
    {
        List<DateTime> seen = [];
        var script = new Script().Echo().Orchestrator("Main", async context =>
        {
            seen.Clear();
            seen.Add(context.CurrentUtcDateTime);
            await Task.Yield();
            seen.Add(context.CurrentUtcDateTime);
            await context.CreateTimer(TimeSpan.FromHours(5), CancellationToken.None);
            seen.Add(context.CurrentUtcDateTime);
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.PlayAsync("Main");
            var start = Rig.Start.UtcDateTime;
            Assert.Equal([start, start, start.AddHours(5)], seen);
            Assert.All(seen, time => Assert.Equal(DateTimeKind.Utc, time.Kind));
        });
    }

    [Fact]
    public async Task Code_replays_from_the_start_and_knows_the_past_from_the_new()
    {
        List<string> seen = [];
        var script = new Script().Echo().Orchestrator("Main", async context =>
        {
            seen.Add($"begin {context.IsReplaying}");
            await context.CallActivityAsync("Echo", 1);
            seen.Add($"first {context.IsReplaying}");
            await context.CallActivityAsync("Echo", 2);
            seen.Add($"second {context.IsReplaying}");
        });
        await using var rig = new Rig(script, new() { ReplayEveryTurn = true });
        await rig.PlayAsync("Main");
        Assert.Equal(
            ["begin False", "begin True", "first False", "begin True", "first True", "second False"], seen);
    }

    [Fact]
    public Task All_new_messages_of_a_turn_are_not_replayed()
    {
        List<bool> replaying = [];
        var script = new Script().Orchestrator("Main", async context =>
        {
            replaying.Clear();
            var waits = Enumerable.Range(0, 3).Select(number => context.WaitForExternalEvent<int>($"event {number}"));
            foreach (var wait in waits.ToList())
            {
                await wait;
                replaying.Add(context.IsReplaying);
            }
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            for (var number = 0; number < 3; number++) await rig.Client.RaiseEventAsync("one", $"event {number}", number);
            await rig.Engine.RunDueAsync();
            Assert.Equal([false, false, false], replaying);
        });
    }

    [Fact]
    public Task Code_stays_on_the_turns_thread_under_its_own_context()
    {
        HashSet<int> threads = [];
        HashSet<SynchronizationContext?> contexts = [];
        var script = new Script().Echo().Orchestrator("Main", async context =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            contexts.Add(SynchronizationContext.Current);
            await Task.WhenAll(Enumerable.Range(0, 10).Select(number => context.CallActivityAsync("Echo", number)));
            threads.Add(Environment.CurrentManagedThreadId);
            contexts.Add(SynchronizationContext.Current);
        });
        return Rig.BothAsync(script, async rig =>
        {
            threads.Clear();
            contexts.Clear();
            var outside = SynchronizationContext.Current;
            await rig.PlayAsync("Main");
            Assert.Single(threads);
            Assert.DoesNotContain(outside, contexts);
            Assert.Same(outside, SynchronizationContext.Current);
        });
    }

    [Fact]
    public Task Awaiting_something_foreign_fails_with_the_reason()
    {
        var script = new Script()
            .Orchestrator("Never", _ => new TaskCompletionSource().Task)
            .Orchestrator("Pool", async context =>
            {
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                await context.CallActivityAsync("Echo", 1);
            });
        return Rig.BothAsync(script, async rig =>
        {
            foreach (var name in (string[])["Never", "Pool"])
            {
                await rig.StartAsync(name, id: name);
                await rig.Engine.RunDueAsync();
                var ended = await rig.GetAsync(name);
                Assert.Equal(Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
                Assert.Contains("not durable", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task A_foreign_task_that_comes_back_later_fails_an_instance_that_waits_for_a_timer_too()
    {
        var foreign = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = new Script().Orchestrator("Main", async context =>
            await Task.WhenAny(context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None), foreign.Task));
        await using var rig = new Rig(script);
        await rig.StartAsync("Main");
        await rig.Engine.RunDueAsync();
        Assert.True((await rig.GetAsync()).IsRunning);

        using var stop = new CancellationTokenSource();
        var running = rig.Engine.RunAsync(stop.Token);
        foreign.SetResult();
        var ended = await rig.Client.WaitForInstanceCompletionAsync("one", getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await running;
        Assert.Contains("not durable", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }
}
