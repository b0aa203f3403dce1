namespace Mentoring.Local.Storage;

/// <summary>A write that waits for its place in a group.</summary>
internal abstract class PendingWrite
{
    /// <summary>Does the work; keeps its answer until the group's commit.</summary>
    public abstract void Run(Session session);

    /// <summary>Hands the answer out, unless the write failed before.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception fault);
}

/// <inheritdoc/>
internal sealed class PendingWrite<T>(Func<Session, T> work, Action<T>? committed) : PendingWrite
{
    // The group's thread must not run the callers' next steps.
    private readonly TaskCompletionSource<T> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Answered => answered.Task;

    public override void Run(Session session) => answer = work(session);

    public override void Answer()
    {
        if (answered.Task.IsCompleted) return;
        committed?.Invoke(answer!);
        answered.TrySetResult(answer!);
    }

    public override void Fail(Exception fault) => answered.TrySetException(fault);
}
