namespace Mentoring.Local.Durable;

/// <summary>Callers that wait for an instance to start or to finish; they hear of it after the commit.</summary>
internal sealed class Waiters
{
    private readonly Dictionary<string, List<Waiter>> _waiters = [];
    private readonly HashSet<string> _changed = [];

    internal Task Add(string instanceId, bool untilFinished, CancellationToken cancellation)
    {
        var waiter = new Waiter(untilFinished, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_waiters.TryGetValue(instanceId, out var list)) _waiters[instanceId] = list = [];
        list.Add(waiter);
        return waiter.Source.Task.WaitAsync(cancellation);
    }

    internal void Changed(string instanceId)
    {
        if (_waiters.Count > 0) _changed.Add(instanceId);
    }

    internal void Notify(Func<string, Instance?> find)
    {
        foreach (var id in _changed)
        {
            if (!_waiters.TryGetValue(id, out var list) || find(id) is not { } instance) continue;
            list.RemoveAll(waiter =>
            {
                if (!waiter.IsSatisfied(instance)) return false;
                waiter.Source.TrySetResult();
                return true;
            });
            if (list.Count == 0) _waiters.Remove(id);
        }

        _changed.Clear();
    }

    private sealed record Waiter(bool UntilFinished, TaskCompletionSource Source)
    {
        internal bool IsSatisfied(Instance instance) => UntilFinished
            ? instance.IsFinished
            : instance.Status != Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Pending;
    }
}
