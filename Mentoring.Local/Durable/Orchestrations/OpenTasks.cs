using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>Timers, activities and child orchestrations that the code may still wait for. While one is open, nothing ends.</summary>
internal sealed class OpenTasks
{
    private readonly Dictionary<int, OpenTask> _open = [];

    internal bool Any => _open.Count > 0;

    internal IEnumerable<string> Children => _open.OrderBy(pair => pair.Key).Select(pair => pair.Value.ChildId).OfType<string>();

    internal Task<string?> Open(int id, string? childId = null)
    {
        // Continuations run inside SetResult on purpose: they belong to the turn.
        var task = new OpenTask(new TaskCompletionSource<string?>(), childId);
        _open.Add(id, task);
        return task.Source.Task;
    }

    internal void Answer(HistoryEvent answer)
    {
        switch (answer)
        {
            case TaskCompleted completed:
                Complete(completed.TaskId, completed.Result);
                break;
            case ChildCompleted completed:
                Complete(completed.TaskId, completed.Result);
                break;
            case TimerFired fired:
                Complete(fired.TaskId, null);
                break;
            case TaskFailed failed:
                Fail(failed.TaskId, failed.Failure);
                break;
            case ChildFailed failed:
                Fail(failed.TaskId, failed.Failure);
                break;
        }
    }

    /// <summary>A late or doubled completion finds no open task and changes nothing.</summary>
    internal void Complete(int id, string? result)
    {
        if (_open.Remove(id, out var task)) task.Source.SetResult(result);
    }

    internal void Fail(int id, Failure failure)
    {
        if (_open.Remove(id, out var task)) task.Source.SetException(new OpenTaskException(failure));
    }

    internal void Cancel(int id)
    {
        if (_open.Remove(id, out var task)) task.Source.SetCanceled();
    }

    private sealed record OpenTask(TaskCompletionSource<string?> Source, string? ChildId);
}
