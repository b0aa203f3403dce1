using Mentoring.Local.Durable;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class Point07ContinueAsNewTests
{
    [Fact]
    public Task The_id_stays_and_history_begins_anew_with_the_custom_status()
    {
        var script = new Script().Echo().Orchestrator("Main", async context =>
        {
            var round = context.GetInput<int>();
            await context.CallActivityAsync("Echo", round);
            if (round == 1) context.SetCustomStatus("set in the first");
            if (round < 50) context.ContinueAsNew(round + 1);
            return (object?)round;
        });
        return Rig.BothAsync(script, async rig =>
        {
            var ended = await rig.PlayAsync("Main", 1);
            Assert.Equal(50, ended.ReadOutputAs<int>());
            Assert.Equal(50, ended.ReadInputAs<int>());
            Assert.Equal("set in the first", ended.ReadCustomStatusAs<string>());
            var history = RecordedHistory.FromJson(rig.Engine.ExportHistory("one")!);
            Assert.Single(history.Events.OfType<HistoryEvent.TaskScheduled>());
        });
    }

    [Theory]
    [InlineData(true, "buffered")]
    [InlineData(false, "raised later")]
    public Task Buffered_events_come_along_or_are_dropped_as_asked(bool preserve, string expected)
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            if (context.GetInput<int>() == 1) return (object?)await context.WaitForExternalEvent<string>("reply");
            await context.WaitForExternalEvent<int>("next");
            context.ContinueAsNew(1, preserve);
            return null;
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main", 0);
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "reply", "buffered");
            await rig.Client.RaiseEventAsync("one", "next", 1);
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "reply", "raised later");
            await rig.Engine.RunDueAsync();
            Assert.Equal(expected, (await rig.GetAsync()).ReadOutputAs<string>());
        });
    }

    [Fact]
    public Task An_event_of_the_same_turn_that_comes_after_it_reaches_the_next_execution()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            if (context.GetInput<int>() == 1) return (object?)await context.WaitForExternalEvent<string>("reply");
            await context.WaitForExternalEvent<int>("next");
            context.ContinueAsNew(1);
            return null;
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main", 0);
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "next", 1);
            await rig.Client.RaiseEventAsync("one", "reply", "late");
            await rig.Engine.RunDueAsync();
            Assert.Equal("late", (await rig.GetAsync()).ReadOutputAs<string>());
        });
    }

    [Fact]
    public Task A_throw_afterwards_fails()
    {
        var script = new Script().Orchestrator("Main", context =>
        {
            context.ContinueAsNew(1);
            throw new InvalidOperationException("after all");
        });
        return Rig.BothAsync(script, async rig =>
            Assert.Equal("after all", (await rig.PlayAsync("Main")).FailureDetails!.ErrorMessage));
    }

    [Fact]
    public Task Terminate_wins()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            await context.WaitForExternalEvent<int>("next");
            context.ContinueAsNew(1);
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main", 0);
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "next", 1);
            await rig.Client.TerminateInstanceAsync("one", (object)"stop");
            await rig.Engine.RunDueAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await rig.GetAsync()).RuntimeStatus);
        });
    }
}
