using Microsoft.DurableTask;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>Holds today's orchestrator code against a recorded history, turn by turn.</summary>
public static class ReplayCheck
{
    /// <summary>Replays the history and compares what the code asks for with what was recorded: number, kind, and name.</summary>
    /// <param name="history">JSON as <see cref="DurableEngine.ExportHistory"/> gives it.</param>
    /// <exception cref="NonDeterminismException">The code does something else; the message names the turn.</exception>
    /// <exception cref="FormatException">The text is no recorded history.</exception>
    public static void Verify(string history, Func<TaskOrchestrationContext, Task<object?>> orchestrator, DurableOptions? options = null)
    {
        var recorded = RecordedHistory.FromJson(history);
        var execution = new Execution(recorded.InstanceId, new OneOrchestrator(orchestrator), options ?? new DurableOptions(), _ => { });
        var turn = 0;
        foreach (var (arrived, asked) in Turns(recorded.Events))
        {
            turn++;
            var outcome = execution.Run([], arrived, isReplaying: true);
            if (outcome.Ending?.Failure is { Type: Failure.NonDeterministic } failure) throw Differs(turn, failure.Message);
            Compare(turn, asked, outcome.Actions);
        }
    }

    private static void Compare(int turn, List<HistoryEvent> recorded, IReadOnlyList<HistoryEvent> today)
    {
        for (var index = 0; index < Math.Max(recorded.Count, today.Count); index++)
        {
            var (was, now) = (recorded.ElementAtOrDefault(index), today.ElementAtOrDefault(index));
            if (was is null) throw Differs(turn, $"the code asks for {ActionLog.Describe(now!)}, and history has nothing");
            if (now is null) throw Differs(turn, $"history has {ActionLog.Describe(was)}, and the code asks for nothing");
            if (ActionLog.IdOf(was) != ActionLog.IdOf(now) || !string.Equals(ActionLog.Describe(was), ActionLog.Describe(now), StringComparison.OrdinalIgnoreCase))
                throw Differs(turn, $"history has {ActionLog.Describe(was)}, and the code asks for {ActionLog.Describe(now)}");
        }
    }

    private static NonDeterminismException Differs(int turn, string how) => new($"In turn {turn} {how}.");

    private static List<(List<HistoryEvent> Arrived, List<HistoryEvent> Asked)> Turns(IReadOnlyList<HistoryEvent> events)
    {
        List<(List<HistoryEvent> Arrived, List<HistoryEvent> Asked)> turns = [];
        foreach (var happened in events)
        {
            if (happened is TurnStarted) turns.Add(([], []));
            if (turns.Count == 0) throw new FormatException("A recorded history begins with a turn.");
            (ActionLog.IdOf(happened) is null ? turns[^1].Arrived : turns[^1].Asked).Add(happened);
        }

        return turns;
    }

    private sealed class OneOrchestrator(Func<TaskOrchestrationContext, Task<object?>> orchestrator) : IDurableFunctions
    {
        public Func<TaskOrchestrationContext, Task<object?>> FindOrchestrator(string name) => orchestrator;

        public Func<ActivityCall, CancellationToken, Task<object?>>? FindActivity(string name) => null;
    }
}
