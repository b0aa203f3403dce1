using System.Diagnostics.CodeAnalysis;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>
/// What is known and what is to be done, in memory and in the store alike. Whoever calls holds <see cref="Gate"/>.
/// Changes are written as they happen and become true together at <see cref="Commit"/>. The class is longer than most
/// because every member keeps memory and rows in step, and that is its one idea.
/// </summary>
internal sealed class TaskHub : IDisposable
{
    private readonly DurableStore _store;
    private InstanceCache _instances;
    private Workload _work;
    private readonly List<Message> _unsaved = [];
    private readonly List<ActivityItem> _unpublished = [];
    private bool _isBroken;

    internal TaskHub(DurableOptions options)
    {
        Options = options;
        _store = new DurableStore(options);
        Load();
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

    /// <summary>The only way in. Where a change fails half way, memory and file may differ: the next one goes back to the file.</summary>
    /// <param name="isRefusal">Which exceptions mean that nothing was changed.</param>
    internal T Change<T>(Func<T> change, Func<Exception, bool> isRefusal)
    {
        lock (Gate)
        {
            if (_isBroken) Mend();
            try
            {
                return change();
            }
            catch (Exception exception) when (!isRefusal(exception))
            {
                _isBroken = true;
                throw;
            }
        }
    }

    /// <summary>What is committed, as it is now.</summary>
    internal T Read<T>(Func<TaskHub, T> read) => Change(() => read(this), _ => true);

    private void Mend()
    {
        _store.Rollback();
        _unsaved.Clear();
        _unpublished.Clear();
        Load();
        _isBroken = false;
    }

    [MemberNotNull(nameof(_instances), nameof(_work))]
    private void Load()
    {
        _instances = new InstanceCache(_store, Options.OpenExecutions);
        _work = new Workload();
        var now = Now;
        foreach (var message in _store.Messages.ReadAll()) _work.Add(message, now);
        foreach (var item in _store.Activities.ReadAll()) _work.Add(item);
    }

    public void Dispose() => _store.Dispose();
}
