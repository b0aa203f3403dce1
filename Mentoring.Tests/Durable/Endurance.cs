using Mentoring.Local.Durable;
using Mentoring.Local.Storage;
using Microsoft.DurableTask;

namespace Mentoring.Tests.Durable;

/// <summary>
/// A story with one of everything, told by a caller who repeats what was not confirmed. It must end the same however
/// often its process dies on the way.
/// </summary>
internal static class Endurance
{
    internal const string Result = "0+1+2, child 7, timed out, go";

    internal static Script Script(Action<string> sideEffect) => new Script()
        .Activity("Act", input =>
        {
            sideEffect(input!);
            return input!.Trim('"');
        })
        .Orchestrator("Child", async context => (object?)$"child {await context.CallActivityAsync<string>("Act", "7")}")
        .Orchestrator("Main", async context =>
        {
            if (context.GetInput<string?>() is { } soFar) return $"{soFar}, {await context.WaitForExternalEvent<string>("go")}";
            var acts = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => context.CallActivityAsync<string>("Act", $"{number}")));
            await context.CreateTimer(TimeSpan.FromDays(4), CancellationToken.None);
            var child = await context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: "child"));
            string reply;
            try
            {
                reply = await context.WaitForExternalEvent<string>("reply", TimeSpan.FromHours(1));
            }
            catch (TaskCanceledException)
            {
                reply = "timed out";
            }

            context.SetCustomStatus("nearly");
            context.ContinueAsNew($"{string.Join('+', acts)}, {child}, {reply}");
            return null;
        });

    /// <returns>Null while the story goes on; how it went where it has ended.</returns>
    internal static async Task<string> TellAsync(string path, Script script, Action<StoreStep>? probe, Durability durability = Durability.Process)
    {
        var time = new ManualTime(Rig.Start);
        await using var engine = new DurableEngine(script, new DurableOptions { Path = path, Time = time, Durability = durability, GroupSize = 2, Probe = probe });
        if (await engine.Client.GetInstanceAsync("one") is null)
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", null, new StartOrchestrationOptions("one"));
        do
        {
            await engine.RunDueAsync();
            if (engine.NextDue is { } due && due > time.Now) time.Now = due;
        }
        while (engine.NextDue is not null);

        if (await engine.Client.GetInstanceAsync("one") is { IsCompleted: false })
        {
            await engine.Client.RaiseEventAsync("one", "go", "go");
            await engine.RunDueAsync();
        }

        var ended = await engine.Client.GetInstanceAsync("one", getInputsAndOutputs: true);
        return $"{ended!.RuntimeStatus} {ended.ReadOutputAs<string>()} {ended.SerializedCustomStatus} {Actions(engine, "one")} {Actions(engine, "child")}";
    }

    /// <summary>Each action and each answer of the last execution, so that a turn recorded twice would show.</summary>
    private static string Actions(DurableEngine engine, string id) => string.Join(
        ';', RecordedHistory.FromJson(engine.ExportHistory(id)!).Events
            .Where(happened => happened is not HistoryEvent.TurnStarted)
            .Select(happened => $"{happened.GetType().Name} {ActionLog.IdOf(happened)}"));
}
