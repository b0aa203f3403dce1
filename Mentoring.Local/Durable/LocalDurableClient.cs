using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>
/// The client of one engine. A change is stored when its task completes. The waits complete as soon as somebody runs
/// the engine: with <see cref="DurableEngine.RunDueAsync"/> that must be another call than the waiting one.
/// </summary>
internal sealed class LocalDurableClient(TaskHub hub, Dispatcher dispatcher) : DurableTaskClient("local")
{
    /// <exception cref="InvalidOperationException">The instance exists and is running, or its status is deduplicated.</exception>
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name);
        var id = string.IsNullOrEmpty(options?.InstanceId) ? Guid.NewGuid().ToString("N") : options.InstanceId;
        var version = options?.Version is { } explicitly ? explicitly.Version : hub.Options.DefaultVersion;
        var start = new ExecutionStarted(orchestratorName.Name, version, hub.Options.Converter.Serialize(input), null);
        return dispatcher.SubmitAsync(state =>
        {
            if (state.Find(id) is { } existing && (!existing.IsFinished || IsDeduplicated(existing, options)))
                throw new InvalidOperationException($"An orchestration instance '{id}' exists already and is {existing.Status}.");
            state.Start(id, start, options?.StartAt?.UtcDateTime, options?.Tags);
            return id;
        });
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var raised = new EventRaised(eventName, hub.Options.Converter.Serialize(eventPayload));
        return dispatcher.SubmitAsync(state =>
            state.TrySend(instanceId, raised) || state.Options.MissingTargets == MissingTarget.Dropped
                ? true
                : throw new InvalidOperationException($"There is no running instance '{instanceId}' to raise '{eventName}' to."));
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new Terminated(hub.Options.Converter.Serialize(options?.Output), options?.Recursive ?? false));

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new Suspended(reason));

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new Resumed(reason));

    /// <exception cref="ArgumentException">The id is an entity's.</exception>
    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => instanceId.StartsWith('@')
        ? throw new ArgumentException("An id that begins with @ is an entity's.", nameof(instanceId))
        : Task.FromResult(hub.Read(state => state.Find(instanceId)?.ToMetadata(state.Options, getInputsAndOutputs, withFailure: getInputsAndOutputs)));

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, untilFinished: false, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, untilFinished: true, getInputsAndOutputs, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => new InstancePages(hub, filter ?? new OrchestrationQuery());

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        dispatcher.SubmitAsync(state => new PurgeResult(Purging.Purge(state, instanceId, options?.Recursive ?? false), isComplete: true));

    public override Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        dispatcher.SubmitAsync(state => new PurgeResult(Purging.PurgeAll(state, filter, options?.Recursive ?? false), isComplete: true));

    /// <exception cref="ArgumentException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">It is still running.</exception>
    public override Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default) =>
        dispatcher.SubmitAsync(state =>
        {
            var instance = state.Find(instanceId) ?? throw new ArgumentException($"There is no instance '{instanceId}'.", nameof(instanceId));
            if (!instance.IsFinished && !restartWithNewInstanceId)
                throw new InvalidOperationException($"The instance '{instanceId}' is {instance.Status}: only a finished one restarts under its own id.");
            var id = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId;
            state.Start(id, new ExecutionStarted(instance.Name, instance.Version, instance.Input, null), null, instance.Tags);
            return id;
        });

    /// <exception cref="ArgumentException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">It has not failed.</exception>
    public override Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default) =>
        dispatcher.SubmitAsync(state => Rewinding.Rewind(state, instanceId, reason));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsDeduplicated(Instance existing, StartOrchestrationOptions? options) =>
        options?.DedupeStatuses?.Contains(existing.Status.ToString(), StringComparer.OrdinalIgnoreCase) ?? false;

    /// <summary>An order to a finished instance changes nothing.</summary>
    private Task<bool> TellAsync(string instanceId, HistoryEvent order) => dispatcher.SubmitAsync(state =>
        state.Find(instanceId) is null
            ? throw new ArgumentException($"There is no instance '{instanceId}'.", nameof(instanceId))
            : state.TrySend(instanceId, order));

    private async Task<OrchestrationMetadata> WaitAsync(string instanceId, bool untilFinished, bool withPayloads, CancellationToken cancellation)
    {
        Task waiting;
        lock (hub.Gate)
        {
            waiting = hub.Waiters.Add(instanceId, untilFinished, cancellation);
            hub.Waiters.Changed(instanceId);
            hub.Waiters.Notify(hub.Find);
        }

        await waiting;
        return await GetInstanceAsync(instanceId, withPayloads, cancellation)
            ?? throw new InvalidOperationException($"The instance '{instanceId}' was purged meanwhile.");
    }
}
