namespace Mentoring.Local.Durable;

/// <summary>
/// The one thread an orchestrator may run on, as a synchronization context. Continuations of durable tasks run inside
/// the turn; a continuation that arrives from any other thread awaited something foreign and is reported, never run.
/// </summary>
internal sealed class TurnThread(Action<string> stray) : SynchronizationContext
{
    internal const string StrayMessage =
        "The orchestrator awaited something that is not durable. An orchestrator awaits only tasks of its context: " +
        "put I/O into an activity, use CreateTimer for delays, and use neither Task.Run nor ConfigureAwait(false).";

    [ThreadStatic]
    private static TurnThread? s_active;

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();

    internal bool IsCurrent => s_active == this;

    internal void Run(Action step)
    {
        var (outerContext, outerThread) = (Current, s_active);
        SetSynchronizationContext(this);
        s_active = this;
        try
        {
            step();
            while (_posted.TryDequeue(out var posted)) posted.Callback(posted.State);
        }
        finally
        {
            s_active = outerThread;
            SetSynchronizationContext(outerContext);
        }
    }

    internal void EnsureCurrent()
    {
        if (!IsCurrent) throw new InvalidOperationException(StrayMessage);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent) _posted.Enqueue((d, state));
        else stray(StrayMessage);
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        EnsureCurrent();
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
