using Microsoft.DurableTask.Client;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>Does what a turn asked for: activities, timers, children, events, and the ending.</summary>
internal sealed class TurnEffects(TaskHub hub)
{
    internal void Apply(Instance instance, TurnOutcome outcome)
    {
        if (outcome.Status is { } status) instance.CustomStatus = status.Json;
        instance.Status = outcome.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running;
        foreach (var action in outcome.Actions) Apply(instance, action);
        if (outcome.Ending is { } ending) End(instance, outcome, ending);
        hub.Changed(instance);
    }

    private void Apply(Instance instance, HistoryEvent action)
    {
        switch (action)
        {
            case TaskScheduled task:
                hub.Schedule(new ActivityItem(hub.NextNumber(), instance.Id, instance.ExecutionNumber, task.Id, task.Name, task.Version, task.Input));
                break;
            case TimerCreated timer:
                hub.Send(instance.Id, new TimerFired(timer.Id), instance.ExecutionNumber, timer.FireAt);
                break;
            case ChildCreated child:
                var parent = new ParentAction(instance.Id, instance.Name, instance.ExecutionNumber, child.Id);
                hub.Start(child.InstanceId, new ExecutionStarted(child.Name, child.Version, child.Input, parent));
                break;
            case EventSent sent:
                hub.TrySend(sent.InstanceId, new EventRaised(sent.Name, sent.Payload));
                break;
        }
    }

    private void End(Instance instance, TurnOutcome outcome, ExecutionCompleted ending)
    {
        hub.Options.Recorder?.Invoke(new RecordedHistory(
            instance.Id, instance.Name, instance.ExecutionNumber, hub.Store.History.Read(instance.Id)));
        instance.Execution = null;
        if (outcome.Continuation is { } continuation)
        {
            Continue(instance, continuation, outcome.Carried);
            return;
        }

        instance.Status = ending.Ending switch
        {
            Ending.Completed => OrchestrationRuntimeStatus.Completed,
            Ending.Failed => OrchestrationRuntimeStatus.Failed,
            _ => OrchestrationRuntimeStatus.Terminated,
        };
        instance.Output = ending.Result;
        instance.Failure = ending.Failure;
        hub.DropMessages(instance);
        if (instance.Parent is { } parent) Answer(parent, instance, ending);
        foreach (var child in outcome.Terminated) hub.TrySend(child, new Terminated(ending.Result, Recursive: true));
    }

    /// <summary>Same id, new execution: history is cleared, the custom status stays, late events come along.</summary>
    private void Continue(Instance instance, Continuation continuation, IReadOnlyList<EventRaised> carried)
    {
        hub.DropMessages(instance);
        hub.Store.History.Delete(instance.Id);
        instance.Turns = 0;
        instance.ExecutionNumber = hub.NextNumber();
        instance.Input = continuation.Input;
        instance.Version = continuation.Version;
        hub.Send(
            instance.Id,
            new ExecutionStarted(instance.Name, instance.Version, instance.Input, instance.Parent),
            instance.ExecutionNumber);
        foreach (var late in carried) hub.Send(instance.Id, late);
    }

    private void Answer(ParentAction parent, Instance child, ExecutionCompleted ending)
    {
        HistoryEvent answer = ending.Ending == Ending.Completed
            ? new ChildCompleted(parent.TaskId, ending.Result)
            : new ChildFailed(parent.TaskId, ending.Failure ?? new Failure("Terminated", $"Child orchestration '{child.Id}' was terminated.", null, null));
        hub.Send(parent.InstanceId, answer, parent.Execution);
    }
}
