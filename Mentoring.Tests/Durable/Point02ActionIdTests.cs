using Mentoring.Local.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class Point02ActionIdTests
{
    [Fact]
    public async Task One_counter_numbers_everything_but_waits_for_events()
    {
        var script = new Script().Echo()
            .Orchestrator("Child", _ => Task.CompletedTask)
            .Orchestrator("Main", async context =>
            {
                _ = context.WaitForExternalEvent<int>("ignored");
                await context.CallActivityAsync("Echo", 1);
                await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                await context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "child"));
                context.SendEvent("elsewhere", "hello", 1);
                await context.CallActivityAsync("Echo", 2);
            });
        await using var rig = new Rig(script);
        await rig.PlayAsync("Main");

        var events = RecordedHistory.FromJson(rig.Engine.ExportHistory("one")!).Events;
        Assert.Equal(
            ["0 activity 'Echo'", "1 a timer", "2 child orchestration 'Child'", "3 sent event 'hello'", "4 activity 'Echo'", "5 the ending Completed"],
            events.Where(happened => ActionLog.IdOf(happened) is not null)
                .Select(happened => $"{ActionLog.IdOf(happened)} {ActionLog.Describe(happened)}"));
    }

    [Theory]
    [InlineData("echo", "other input", true)]
    [InlineData("Other", "input", false)]
    [InlineData(null, null, false)]
    public async Task Replay_compares_number_kind_and_name_without_case_but_no_inputs(string? name, string? input, bool isSame)
    {
        var (today, with) = ((string?)"Echo", (string?)"input");
        var script = new Script().Echo().Echo("Other").Orchestrator("Main", async context =>
        {
            if (today is null) await context.CreateTimer(TimeSpan.FromDays(9), CancellationToken.None);
            else await context.CallActivityAsync(today, with);
            await context.WaitForExternalEvent<int>("go");
        });
        await using var rig = new Rig(script, new() { ReplayEveryTurn = true });
        await rig.StartAsync("Main");
        await rig.Engine.RunDueAsync();
        (today, with) = (name, input);
        await rig.Client.RaiseEventAsync("one", "go", 1);
        await rig.Engine.RunDueAsync();

        var ended = await rig.GetAsync();
        Assert.Equal(isSame ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        if (!isSame)
        {
            Assert.Equal("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException", ended.FailureDetails!.ErrorType);
            Assert.Contains("action 0", ended.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Code_that_no_longer_asks_for_what_history_has_fails()
    {
        var asks = true;
        var script = new Script().Echo().Orchestrator("Main", async context =>
        {
            if (asks) await context.CallActivityAsync("Echo", 1);
            await context.WaitForExternalEvent<int>("go");
        });
        await using var rig = new Rig(script, new() { ReplayEveryTurn = true });
        await rig.StartAsync("Main");
        await rig.Engine.RunDueAsync();
        asks = false;
        await rig.Client.RaiseEventAsync("one", "go", 1);
        await rig.Engine.RunDueAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await rig.GetAsync()).RuntimeStatus);
    }
}
