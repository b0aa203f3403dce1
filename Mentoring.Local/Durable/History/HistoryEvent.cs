using System.Text.Json.Serialization;

namespace Mentoring.Local.Durable;

/// <summary>
/// What happened to one execution of an orchestration, in order. An event is either what the execution asked for
/// (its <c>Id</c> is the action id) or what came to it from outside; both are replayed. Payloads are JSON texts.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(TurnStarted), "turn")]
[JsonDerivedType(typeof(ExecutionStarted), "started")]
[JsonDerivedType(typeof(TaskScheduled), "task")]
[JsonDerivedType(typeof(TaskCompleted), "task-completed")]
[JsonDerivedType(typeof(TaskFailed), "task-failed")]
[JsonDerivedType(typeof(TimerCreated), "timer")]
[JsonDerivedType(typeof(TimerFired), "timer-fired")]
[JsonDerivedType(typeof(ChildCreated), "child")]
[JsonDerivedType(typeof(ChildCompleted), "child-completed")]
[JsonDerivedType(typeof(ChildFailed), "child-failed")]
[JsonDerivedType(typeof(EventSent), "event-sent")]
[JsonDerivedType(typeof(EventRaised), "event-raised")]
[JsonDerivedType(typeof(Suspended), "suspended")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Terminated), "terminated")]
[JsonDerivedType(typeof(StrayAwait), "stray-await")]
[JsonDerivedType(typeof(Rewound), "rewound")]
[JsonDerivedType(typeof(ExecutionCompleted), "completed")]
internal abstract record HistoryEvent
{
    private HistoryEvent()
    {
    }

    /// <summary>Every turn begins with one; <paramref name="At"/> is the time the orchestrator sees.</summary>
    internal sealed record TurnStarted(DateTime At) : HistoryEvent;

    internal sealed record ExecutionStarted(string Name, string Version, string? Input, ParentAction? Parent) : HistoryEvent;

    internal sealed record TaskScheduled(int Id, string Name, string Version, string? Input) : HistoryEvent;

    internal sealed record TaskCompleted(int TaskId, string? Result) : HistoryEvent;

    internal sealed record TaskFailed(int TaskId, Failure Failure) : HistoryEvent;

    internal sealed record TimerCreated(int Id, DateTime FireAt) : HistoryEvent;

    internal sealed record TimerFired(int TaskId) : HistoryEvent;

    internal sealed record ChildCreated(int Id, string InstanceId, string Name, string Version, string? Input) : HistoryEvent;

    internal sealed record ChildCompleted(int TaskId, string? Result) : HistoryEvent;

    internal sealed record ChildFailed(int TaskId, Failure Failure) : HistoryEvent;

    internal sealed record EventSent(int Id, string InstanceId, string Name, string? Payload) : HistoryEvent;

    internal sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

    internal sealed record Suspended(string? Reason) : HistoryEvent;

    internal sealed record Resumed(string? Reason) : HistoryEvent;

    internal sealed record Terminated(string? Output, bool Recursive) : HistoryEvent;

    /// <summary>Orchestrator code awaited something that is not durable, and it came back on another thread.</summary>
    internal sealed record StrayAwait(string Message) : HistoryEvent;

    /// <summary>A failed instance was taken back to before its last failure, to be driven again.</summary>
    internal sealed record Rewound(string Reason) : HistoryEvent;

    internal sealed record ExecutionCompleted(int Id, Ending Ending, string? Result, Failure? Failure) : HistoryEvent;
}
