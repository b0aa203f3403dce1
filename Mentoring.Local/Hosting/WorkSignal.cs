namespace Mentoring.Local.Hosting;

/// <summary>Wakes the live loop when work may have come. Signals that nobody has heard yet are one signal.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);
    private readonly Lock raising = new();

    public void Raise()
    {
        lock (raising)
        {
            if (raised.CurrentCount == 0) raised.Release();
        }
    }

    /// <summary>Returns at the next signal, or after the longest wait.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => raised.WaitAsync(longest, cancellation);

    public void Dispose() => raised.Dispose();
}
