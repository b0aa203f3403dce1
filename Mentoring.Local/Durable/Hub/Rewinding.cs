using Microsoft.DurableTask.Client;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>
/// Takes a failed instance back to before its last failed task, and drives that task again. What else arrived since
/// then arrives again, so no event is lost.
/// </summary>
internal static class Rewinding
{
    internal static bool Rewind(TaskHub hub, string instanceId, string reason)
    {
        var instance = hub.Find(instanceId) ?? throw new ArgumentException($"There is no instance '{instanceId}'.", nameof(instanceId));
        if (instance.Status != OrchestrationRuntimeStatus.Failed)
            throw new InvalidOperationException($"The instance '{instanceId}' is {instance.Status}: only a failed one can be rewound.");

        var turns = Turns(hub.Store.History.Read(instanceId));
        var cut = turns.FindLastIndex(turn => turn.Exists(happened => happened is TaskFailed or ChildFailed));
        // Where the code itself threw, its last turn is tried again.
        if (cut < 0) cut = turns.Count - 1;
        var kept = turns[..cut];
        var undone = turns[cut..].SelectMany(turn => turn).ToList();

        hub.Store.History.Delete(instanceId);
        for (var turn = 0; turn < kept.Count; turn++) hub.Store.History.Append(instanceId, turn, kept[turn]);
        instance.Turns = kept.Count;
        instance.Status = OrchestrationRuntimeStatus.Running;
        instance.Failure = null;
        instance.Execution = null;
        hub.Send(instanceId, new Rewound(reason), instance.ExecutionNumber);
        foreach (var happened in undone) Repeat(hub, instance, happened, kept.SelectMany(turn => turn).ToList());
        hub.Changed(instance);
        return true;
    }

    private static void Repeat(TaskHub hub, Instance instance, HistoryEvent happened, List<HistoryEvent> kept)
    {
        switch (happened)
        {
            case TaskFailed failed when kept.OfType<TaskScheduled>().FirstOrDefault(task => task.Id == failed.TaskId) is { } task:
                hub.Schedule(new ActivityItem(hub.NextNumber(), instance.Id, instance.ExecutionNumber, task.Id, task.Name, task.Version, task.Input));
                break;
            case ChildFailed failed when kept.OfType<ChildCreated>().FirstOrDefault(child => child.Id == failed.TaskId) is { } child:
                var parent = new ParentAction(instance.Id, instance.Name, instance.ExecutionNumber, child.Id);
                hub.Start(child.InstanceId, new ExecutionStarted(child.Name, child.Version, child.Input, parent));
                break;
            case ExecutionStarted or EventRaised:
                hub.Send(instance.Id, happened, instance.ExecutionNumber);
                break;
            case TaskCompleted or ChildCompleted or TimerFired when kept.Exists(asked => ActionLog.IdOf(asked) == AnsweredBy(happened)):
                hub.Send(instance.Id, happened, instance.ExecutionNumber);
                break;
        }
    }

    private static int? AnsweredBy(HistoryEvent answer) => answer switch
    {
        TaskCompleted completed => completed.TaskId,
        ChildCompleted completed => completed.TaskId,
        TimerFired fired => fired.TaskId,
        _ => null,
    };

    private static List<List<HistoryEvent>> Turns(List<HistoryEvent> events)
    {
        List<List<HistoryEvent>> turns = [];
        foreach (var happened in events)
        {
            if (happened is TurnStarted) turns.Add([]);
            turns[^1].Add(happened);
        }

        return turns;
    }
}
