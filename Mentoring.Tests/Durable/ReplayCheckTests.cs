using Mentoring.Local.Durable;
using Microsoft.DurableTask;

namespace Mentoring.Tests.Durable;

public sealed class ReplayCheckTests
{
    [Fact]
    public async Task The_code_that_made_a_history_agrees_with_it_and_every_change_of_its_actions_is_named()
    {
        var history = await RecordAsync();
        ReplayCheck.Verify(history, Today("Echo", timerFirst: false, more: false));
        ReplayCheck.Verify(history, Today("ECHO", timerFirst: false, more: false));

        var renamed = Assert.Throws<NonDeterminismException>(() => ReplayCheck.Verify(history, Today("Other", timerFirst: false, more: false)));
        Assert.Contains("In turn 1 history has activity 'Echo', and the code asks for activity 'Other'", renamed.Message, StringComparison.Ordinal);
        Assert.Throws<NonDeterminismException>(() => ReplayCheck.Verify(history, Today("Echo", timerFirst: true, more: false)));
        var longer = Assert.Throws<NonDeterminismException>(() => ReplayCheck.Verify(history, Today("Echo", timerFirst: false, more: true)));
        Assert.Contains("the code asks for activity 'Echo'", longer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"events\": 1 }")]
    [InlineData("[]")]
    public void What_is_no_history_is_refused(string json) =>
        Assert.Throws<FormatException>(() => ReplayCheck.Verify(json, Today("Echo", timerFirst: false, more: false)));

    [Fact]
    public async Task Every_execution_of_an_instance_can_be_recorded()
    {
        List<RecordedHistory> recorded = [];
        var script = new Script().Orchestrator("Main", context =>
        {
            if (context.GetInput<int>() < 3) context.ContinueAsNew(context.GetInput<int>() + 1);
            return Task.CompletedTask;
        });
        await using var rig = new Rig(script, new() { Recorder = recorded.Add });
        await rig.PlayAsync("Main", 1);
        Assert.Equal(3, recorded.Count);
        Assert.All(recorded, history => ReplayCheck.Verify(history.ToJson(), script.FindOrchestrator("Main")!));
    }

    private static Func<TaskOrchestrationContext, Task<object?>> Today(string activity, bool timerFirst, bool more) => async context =>
    {
        if (timerFirst) await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        await context.CallActivityAsync(activity, context.GetInput<int>());
        if (!timerFirst) await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        if (more) await context.CallActivityAsync("Echo", 2);
        return "done";
    };

    private static async Task<string> RecordAsync()
    {
        await using var rig = new Rig(new Script().Echo().Orchestrator("Main", Today("Echo", timerFirst: false, more: false)));
        await rig.PlayAsync("Main", 5);
        return rig.Engine.ExportHistory("one")!;
    }
}
