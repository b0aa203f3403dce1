using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>
/// What is known and what is to be done, in memory and in the store alike. Whoever calls holds <see cref="Gate"/>.
/// Changes are written as they happen and become true together at <see cref="Commit"/>.
/// </summary>
internal sealed class TaskHub : IDisposable
{
    private readonly DurableStore _store;
    private readonly InstanceCache _instances;
    private readonly Workload _work = new();
    private readonly List<Message> _unsaved = [];
    private readonly List<ActivityItem> _unpublished = [];
    private bool _isBroken;

    internal TaskHub(DurableOptions options)
    {
        Options = options;
        _store = new DurableStore(options);
        _instances = new InstanceCache(_store, options.OpenExecutions);
        var now = Now;
        foreach (var message in _store.Messages.ReadAll()) _work.Add(message, now);
        foreach (var item in _store.Activities.ReadAll()) _work.Add(item);
    }

    internal Lock Gate { get; } = new();

    internal DurableOptions Options { get; }

    internal Waiters Waiters { get; } = new();

    internal DateTime Now => Options.Time.GetUtcNow().UtcDateTime;

    internal Workload Work => _work;

    internal DurableStore Store => _store;

    internal Instance? Find(string id) => _instances.Find(id);

    internal void Forget(string id) => _instances.Forget(id);

    internal long NextNumber() => _store.NextNumber++;

    /// <summary>A new instance, or a new life of a finished one; null where one is running, which swallows the start.</summary>
    internal Instance? Start(string id, ExecutionStarted start, DateTime? startAt = null, IReadOnlyDictionary<string, string>? tags = null)
    {
        if (Find(id) is { } existing)
        {
            if (!existing.IsFinished) return null;
            Remove(existing);
        }

        var instance = new Instance(id, start.Name, Now)
        {
            Version = start.Version,
            Input = start.Input,
            ExecutionNumber = NextNumber(),
            Parent = start.Parent,
            Tags = tags,
        };
        _store.Instances.Insert(instance);
        _instances.Add(instance);
        Waiters.Changed(id);
        Send(id, start, instance.ExecutionNumber, startAt);
        return instance;
    }

    internal void Send(string instanceId, HistoryEvent happened, long execution = 0, DateTime? visibleAt = null)
    {
        var now = Now;
        var message = new Message(NextNumber(), instanceId, execution, visibleAt ?? now, happened);
        _unsaved.Add(message);
        _work.Add(message, now);
    }

    /// <summary>True where somebody is there to receive it.</summary>
    internal bool TrySend(string instanceId, HistoryEvent happened)
    {
        if (Find(instanceId) is not { IsFinished: false }) return false;
        Send(instanceId, happened);
        return true;
    }

    internal void Consume(Message message)
    {
        message.IsGone = true;
        if (message.IsSaved) _store.Messages.Delete(message);
    }

    internal void Schedule(ActivityItem item)
    {
        _store.Activities.Insert(item);
        _unpublished.Add(item);
    }

    internal void Complete(ActivityItem item, HistoryEvent outcome)
    {
        _store.Activities.Delete(item);
        Send(item.InstanceId, outcome, item.Execution);
    }

    internal void Changed(Instance instance)
    {
        instance.UpdatedAt = Now;
        _store.Instances.Update(instance);
        Waiters.Changed(instance.Id);
    }

    /// <summary>The execution's timers go with it; so does every other message where the instance has finished.</summary>
    internal void DropMessages(Instance instance)
    {
        var dropped = instance.IsFinished ? _work.TakeAll(instance.Id) : _work.TakeTimers(instance.Id, instance.ExecutionNumber);
        foreach (var message in dropped) Consume(message);
    }

    internal void Remove(Instance instance)
    {
        foreach (var message in _work.TakeAll(instance.Id)) Consume(message);
        _store.History.Delete(instance.Id);
        _store.Instances.Delete(instance.Id);
        _instances.Forget(instance.Id);
    }

    internal void Commit()
    {
        EnsureUsable();
        foreach (var message in _unsaved)
        {
            if (!message.IsGone && !message.IsSaved) _store.Messages.Insert(message);
        }

        _unsaved.Clear();
        _store.Commit();
        // Only what is committed may be seen by anyone else.
        foreach (var item in _unpublished) _work.Add(item);
        _unpublished.Clear();
        Waiters.Notify(Find);
    }

    internal void EnsureUsable()
    {
        if (_isBroken) throw new InvalidOperationException("The engine has stopped: a change could not be stored. Open it anew; it goes on where it was.");
    }

    /// <summary>Memory and file may differ from here on, so nothing more is done with either.</summary>
    internal void Break() => _isBroken = true;

    public void Dispose() => _store.Dispose();
}
