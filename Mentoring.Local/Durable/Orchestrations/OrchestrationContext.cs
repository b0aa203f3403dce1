using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>What orchestrator code sees of its execution. Every member may be used on the turn's thread only.</summary>
internal sealed class OrchestrationContext(
    string instanceId,
    ExecutionStarted start,
    TurnThread thread,
    ActionLog actions,
    OpenTasks tasks,
    EventBuffer events,
    DurableOptions options) : TaskOrchestrationContext
{
    /// <summary>Bytes of UTF-16 that a custom status may take as JSON.</summary>
    private const int LongestStatus = 16 * 1024;

    private readonly TaskCalls _calls = new(actions, tasks, options);
    private DateTime _now;
    private bool _isReplaying;
    private int _guids;

    public override TaskName Name => start.Name;

    public override string InstanceId => instanceId;

    public override string Version => start.Version;

    public override ParentOrchestrationInstance? Parent =>
        start.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _isReplaying;

    protected override ILoggerFactory LoggerFactory => options.Logging;

    /// <summary>Set by the code's last <c>ContinueAsNew</c>.</summary>
    internal Continuation? Continuation { get; private set; }

    /// <summary>Null until the code sets a status in this execution.</summary>
    internal CustomStatus? Status { get; private set; }

    internal void BeginTurn(DateTime now) => _now = now;

    internal void Replaying(bool isReplaying) => _isReplaying = isReplaying;

    public override T? GetInput<T>()
        where T : default
    {
        thread.EnsureCurrent();
        return options.Converter.Deserialize<T>(start.Input);
    }

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        CheckCall(name, input, options);
        return _calls.ActivityAsync<TResult>(this, name.Name, input, options);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        CheckCall(orchestratorName, input, options);
        return _calls.ChildAsync<TResult>(this, orchestratorName.Name, input, options);
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        thread.EnsureCurrent();
        var utc = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        return TimerChain.WaitAsync(this, utc, options.LongestTimer, cancellationToken);
    }

    /// <summary>One timer, however long.</summary>
    internal Task SleepAsync(DateTime fireAt, CancellationToken cancellation)
    {
        var id = actions.NextId();
        actions.Ask(id, new TimerCreated(id, fireAt));
        var fired = tasks.Open(id);
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() =>
            {
                // CancelAsync comes on another thread and frees nothing (durabletask#1207).
                if (thread.IsCurrent) tasks.Cancel(id);
            });
        }

        return fired;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        thread.EnsureCurrent();
        return events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        thread.EnsureCurrent();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        Send(instanceId, eventName, Serialize(payload));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        thread.EnsureCurrent();
        var json = Serialize(customStatus);
        if (json is not null && Encoding.Unicode.GetByteCount(json) > LongestStatus)
            throw new ArgumentException("A custom status takes at most 16 KB as JSON in UTF-16.", nameof(customStatus));
        Status = new CustomStatus(json);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        thread.EnsureCurrent();
        Continuation = new Continuation(Serialize(options.NewInput), string.IsNullOrWhiteSpace(options.NewVersion) ? Version : options.NewVersion);
        if (!options.PreserveUnprocessedEvents) return;
        foreach (var (name, payload) in events.TakeUnclaimed()) Send(InstanceId, name, payload);
    }

    public override Guid NewGuid()
    {
        thread.EnsureCurrent();
        return DeterministicGuid.Create(InstanceId, _now, _guids++);
    }

    private void Send(string target, string name, string? payload)
    {
        var id = actions.NextId();
        actions.Ask(id, new EventSent(id, target, name, payload));
    }

    private void CheckCall(TaskName name, object? input, TaskOptions? options)
    {
        thread.EnsureCurrent();
        if (string.IsNullOrEmpty(name.Name)) throw new ArgumentException("A task has a name.", nameof(name));
        if (input is TaskOptions && options is null)
            throw new ArgumentException("TaskOptions came as the input: name the options parameter.", nameof(input));
    }

    private string? Serialize(object? value) => options.Converter.Serialize(value);
}
