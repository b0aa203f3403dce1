namespace Mentoring.Local.Durable;

/// <summary>Runs the dispatcher in the background: wakes on requests, finished activities and due timers.</summary>
internal sealed class LiveLoop(TaskHub hub, Dispatcher dispatcher) : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0);
    private readonly HashSet<Task> _running = [];

    internal async Task RunAsync(CancellationToken stopping)
    {
        dispatcher.Attend(() => _signal.Release());
        try
        {
            await LoopAsync(stopping);
        }
        finally
        {
            await Task.WhenAll(_running);
            dispatcher.Attend(null);
            dispatcher.TakeRequests();
        }
    }

    public void Dispose() => _signal.Dispose();

    private async Task LoopAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            dispatcher.TakeRequests();
            var worked = dispatcher.RunTurns();
            _running.RemoveWhere(activity => activity.IsCompleted);
            while (_running.Count < hub.Options.ConcurrentActivities && dispatcher.TakeActivity() is { } item)
                _running.Add(Task.Run(() => RunAsync(item, stopping), CancellationToken.None));
            if (!worked) await SleepAsync(stopping);
        }
    }

    private async Task RunAsync(ActivityItem item, CancellationToken stopping)
    {
        dispatcher.Finish(item, await dispatcher.RunAsync(item, stopping));
        _signal.Release();
    }

    /// <summary>Until somebody signals or the next timer is due by the engine's own clock.</summary>
    private async Task SleepAsync(CancellationToken stopping)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var signal = _signal.WaitAsync(awake.Token);
        var due = Task.Delay(UntilDue(), hub.Options.Time, awake.Token);
        await Task.WhenAny(signal, due);
        await awake.CancelAsync();
        await Task.WhenAll(Quietly(signal), Quietly(due));
        while (_signal.Wait(0, CancellationToken.None))
        {
            // One wake-up serves all that were asked for.
        }
    }

    private TimeSpan UntilDue()
    {
        DateTime? timer;
        lock (hub.Gate) timer = hub.Work.NextTimer;
        if (timer is null) return Timeout.InfiniteTimeSpan;
        var wait = timer.Value - hub.Now;
        // Longer waits are asked about again: Task.Delay has a limit.
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1);
    }

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The other one came first.
        }
    }
}
