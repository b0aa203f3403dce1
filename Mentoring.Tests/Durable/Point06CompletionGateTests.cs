using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class Point06CompletionGateTests
{
    [Theory]
    [InlineData("Return")]
    [InlineData("Throw")]
    [InlineData("ContinueAsNew")]
    public Task Nothing_ends_while_a_timer_is_open(string ending)
    {
        var script = new Script().Orchestrator("Main", context =>
        {
            if (context.GetInput<string>() == "again") return Task.CompletedTask;
            _ = context.CreateTimer(TimeSpan.FromHours(3), CancellationToken.None);
            if (ending == "Throw") throw new InvalidOperationException("done");
            if (ending == "ContinueAsNew") context.ContinueAsNew("again");
            return Task.CompletedTask;
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main", "first");
            await rig.RunUntilAsync(Rig.Start.AddHours(2));
            Assert.True((await rig.GetAsync()).IsRunning);
            Assert.Equal("first", (await rig.GetAsync()).ReadInputAs<string>());
            await rig.RunUntilAsync(Rig.Start.AddHours(3));
            Assert.Equal(ending == "Throw" ? OrchestrationRuntimeStatus.Failed : OrchestrationRuntimeStatus.Completed, (await rig.GetAsync()).RuntimeStatus);
        });
    }

    [Fact]
    public Task An_activity_that_nobody_awaits_holds_the_ending_up()
    {
        var script = new Script().Echo().Orchestrator("Main", context =>
        {
            _ = context.CallActivityAsync("Echo", 1);
            return Task.FromResult<object?>("done");
        });
        return Rig.BothAsync(script, async rig =>
        {
            Assert.Equal("done", (await rig.PlayAsync("Main")).ReadOutputAs<string>());
            Assert.Equal(["Echo(1)"], script.Calls);
        });
    }

    [Fact]
    public Task A_wait_for_an_event_holds_nothing_up()
    {
        var script = new Script().Orchestrator("Main", context =>
        {
            _ = context.WaitForExternalEvent<int>("never");
            return Task.CompletedTask;
        });
        return Rig.BothAsync(script, async rig =>
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await rig.PlayAsync("Main")).RuntimeStatus));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Cancel_frees_a_timer_and_CancelAsync_does_not(bool isAsync)
    {
        var script = new Script().Orchestrator("Main", context =>
        {
#pragma warning disable CA2000 // Disposing it would race with the cancellation that is the point here.
            var cancel = new CancellationTokenSource();
#pragma warning restore CA2000
            _ = context.CreateTimer(TimeSpan.FromHours(3), cancel.Token);
            if (isAsync) _ = cancel.CancelAsync();
            else cancel.Cancel();
            return Task.CompletedTask;
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            Assert.Equal(isAsync, (await rig.GetAsync()).IsRunning);
        });
    }
}
