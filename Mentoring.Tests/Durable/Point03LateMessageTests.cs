using Mentoring.Local.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class Point03LateMessageTests
{
    [Fact]
    public Task The_firing_of_a_cancelled_timer_changes_nothing()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), cancel.Token);
            cancel.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => timer);
            return (object?)await context.WaitForExternalEvent<string>("go");
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.RunUntilAsync(Rig.Start.AddHours(2));
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await rig.GetAsync()).RuntimeStatus);
            await rig.Client.RaiseEventAsync("one", "go", "went");
            await rig.Engine.RunDueAsync();
            Assert.Equal("went", (await rig.GetAsync()).ReadOutputAs<string>());
        });
    }

    [Fact]
    public Task What_an_old_execution_asked_for_does_not_reach_the_next()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            if (context.GetInput<int>() == 0)
            {
                using var cancel = new CancellationTokenSource();
                _ = context.CreateTimer(TimeSpan.FromHours(1), cancel.Token);
                cancel.Cancel();
                context.ContinueAsNew(1);
                return null;
            }

            // The same action id as the timer that the first execution gave up.
            await context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None);
            return (object?)context.CurrentUtcDateTime;
        });
        return Rig.BothAsync(script, async rig =>
        {
            var ended = await rig.PlayAsync("Main", 0);
            Assert.Equal(Rig.Start.UtcDateTime.AddHours(2), ended.ReadOutputAs<DateTime>());
        });
    }

    [Fact]
    public Task A_second_start_of_a_running_child_is_swallowed()
    {
        var script = new Script().Echo()
            .Orchestrator("Child", async context =>
            {
                await context.CallActivityAsync("Echo", "child ran");
                await context.WaitForExternalEvent<int>("go");
            })
            .Orchestrator("Main", context =>
                context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "child")));
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main", id: "first");
            await rig.Engine.RunDueAsync();
            await rig.StartAsync("Main", id: "second");
            await rig.Engine.RunDueAsync();
            Assert.Equal(["Echo(\"child ran\")"], script.Calls);
            await rig.Client.RaiseEventAsync("child", "go", 1);
            await rig.Engine.RunDueAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await rig.GetAsync("first")).RuntimeStatus);
            Assert.True((await rig.GetAsync("second")).IsRunning);
        });
    }

    [Fact]
    public async Task A_doubled_completion_finds_nothing_open()
    {
        var tasks = new OpenTasks();
        var task = tasks.Open(7);
        tasks.Complete(7, "1");
        tasks.Complete(7, "2");
        tasks.Fail(7, new Failure("Late", "too late", null, null));
        Assert.Equal("1", await task);
        Assert.False(tasks.Any);
    }
}
