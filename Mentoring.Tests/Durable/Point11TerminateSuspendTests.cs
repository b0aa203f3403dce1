using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class Point11TerminateSuspendTests
{
    [Fact]
    public Task Termination_comes_with_a_turn_and_its_reason_is_the_output()
    {
        var script = new Script().Orchestrator("Main", context => context.WaitForExternalEvent<int>("never"));
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            await rig.Client.TerminateInstanceAsync("one", (object)"withdrawn");
            Assert.True((await rig.GetAsync()).IsRunning);
            await rig.Engine.RunDueAsync();
            var ended = await rig.GetAsync();
            Assert.Equal((OrchestrationRuntimeStatus.Terminated, "withdrawn"), (ended.RuntimeStatus, ended.ReadOutputAs<string>()));
        });
    }

    [Fact]
    public async Task A_running_activity_finishes_and_its_result_is_dropped()
    {
        var release = new TaskCompletionSource<object?>();
        var script = new Script().Activity("Slow", _ => release.Task).Orchestrator("Main", context => context.CallActivityAsync("Slow"));
        await using var rig = new Rig(script);
        await rig.StartAsync("Main");
        var running = rig.Engine.RunDueAsync();
        Assert.False(running.IsCompleted);
        await rig.Client.TerminateInstanceAsync("one", (object)"stop");
        release.SetResult("too late");
        await running;
        Assert.Equal("stop", (await rig.GetAsync()).ReadOutputAs<string>());
        Assert.Single(script.Calls);
        Assert.Null(rig.Engine.NextDue);
    }

    [Fact]
    public Task While_suspended_everything_waits_but_resume_and_terminate()
    {
        var script = new Script().Echo().Orchestrator("Main", async context =>
        {
            var reply = await context.WaitForExternalEvent<string>("reply");
            return (object?)await context.CallActivityAsync<string>("Echo", reply);
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            await rig.Client.SuspendInstanceAsync("one", "a moment");
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "reply", "yes");
            await rig.Engine.RunDueAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await rig.GetAsync()).RuntimeStatus);
            Assert.Empty(script.Calls);
            await rig.Client.ResumeInstanceAsync("one");
            await rig.Engine.RunDueAsync();
            Assert.Equal("yes", (await rig.GetAsync()).ReadOutputAs<string>());
        });
    }

    [Fact]
    public Task What_was_asked_for_in_the_turn_of_a_suspension_is_done_after_the_resumption()
    {
        var script = new Script().Echo().Orchestrator("Main", async context =>
        {
            await context.WaitForExternalEvent<string>("reply");
            await context.CallActivityAsync("Echo", "asked");
            await context.WaitForExternalEvent<string>("reply");
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "reply", "yes");
            await rig.Client.SuspendInstanceAsync("one");
            await rig.Engine.RunDueAsync();
            Assert.Empty(script.Calls);
            await rig.Client.ResumeInstanceAsync("one");
            await rig.Engine.RunDueAsync();
            Assert.Equal(["Echo(\"asked\")"], script.Calls);
            await rig.Client.RaiseEventAsync("one", "reply", "done");
            await rig.Engine.RunDueAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await rig.GetAsync()).RuntimeStatus);
        });
    }

    [Fact]
    public Task A_suspended_instance_can_be_terminated()
    {
        var script = new Script().Orchestrator("Main", context => context.WaitForExternalEvent<string>("reply"));
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Client.SuspendInstanceAsync("one");
            await rig.Engine.RunDueAsync();
            await rig.Client.TerminateInstanceAsync("one");
            await rig.Engine.RunDueAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await rig.GetAsync()).RuntimeStatus);
        });
    }

    [Fact]
    public async Task An_instance_that_waits_for_its_start_can_be_terminated()
    {
        await using var rig = new Rig(new Script().Orchestrator("Main", _ => Task.CompletedTask));
        await rig.Client.ScheduleNewOrchestrationInstanceAsync("Main", null, new StartOrchestrationOptions("one", Rig.Start.AddDays(1)));
        await rig.Client.TerminateInstanceAsync("one");
        await rig.Engine.RunDueAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await rig.GetAsync()).RuntimeStatus);
        Assert.Null(rig.Engine.NextDue);
    }
}
