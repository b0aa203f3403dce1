using System.Collections.Concurrent;
using static Mentoring.Local.Durable.HistoryEvent;

namespace Mentoring.Local.Durable;

/// <summary>
/// Takes work from the hub, and groups what it does into commits. An activity's result and the turn that it causes
/// become true together; an activity begins only when the turn that asked for it is true.
/// </summary>
internal sealed class Dispatcher
{
    private readonly TaskHub _hub;
    private readonly TurnRunner _turns;
    private readonly ActivityRunner _activities;
    private readonly ConcurrentQueue<Request> _requests = new();
    private volatile Action? _wake;
    private bool _isInTurn;

    internal Dispatcher(TaskHub hub, IDurableFunctions functions)
    {
        _hub = hub;
        _turns = new TurnRunner(hub, functions, Stray);
        _activities = new ActivityRunner(functions, hub.Options);
    }

    internal DateTime? NextDue
    {
        get
        {
            lock (_hub.Gate) return _hub.Work.HasReady ? _hub.Now : _hub.Work.NextTimer;
        }
    }

    internal async Task<bool> RunDueAsync(CancellationToken cancellation)
    {
        var anything = false;
        while (true)
        {
            var worked = false;
            cancellation.ThrowIfCancellationRequested();
            for (var ran = 0; ran < _hub.Options.GroupSize && TakeActivity() is { } item; ran++)
            {
                var running = _activities.RunAsync(item, cancellation);
                // One that takes its time may have done what cannot be undone, so its end is stored at once.
                var isQuick = running.IsCompleted;
                Finish(item, await running);
                worked = true;
                if (!isQuick) break;
            }

            worked |= RunTurns();
            if (!worked) return anything;
            anything = true;
        }
    }

    /// <summary>Runs turns up to a group's size, and commits.</summary>
    internal bool RunTurns() => Change(() =>
    {
        _hub.Work.ReleaseDue(_hub.Now);
        var ran = 0;
        for (; ran < _hub.Options.GroupSize && _hub.Work.TakeInstance() is { } ready; ran++)
        {
            _isInTurn = true;
            try
            {
                _turns.Run(ready.InstanceId, ready.Messages);
            }
            finally
            {
                _isInTurn = false;
            }
        }

        _hub.Commit();
        return ran > 0;
    });

    internal ActivityItem? TakeActivity()
    {
        lock (_hub.Gate) return _hub.Work.TakeActivity();
    }

    internal Task<HistoryEvent?> RunAsync(ActivityItem item, CancellationToken stopping) => _activities.RunAsync(item, stopping);

    /// <summary>Not committed here: the next commit takes it along.</summary>
    /// <param name="outcome">Null where the activity gave up and waits to be run again.</param>
    internal void Finish(ActivityItem item, HistoryEvent? outcome) => Change(() =>
    {
        if (outcome is null) _hub.Work.PutBack(item);
        else _hub.Complete(item, outcome);
        return true;
    });

    /// <summary>Changes the hub from outside; done when it is committed.</summary>
    internal async Task<T> SubmitAsync<T>(Func<TaskHub, T> change)
    {
        if (_wake is not { } wake)
        {
            return Refusable(() =>
            {
                if (_isInTurn) throw new InvalidOperationException(TurnThread.StrayMessage);
                var result = change(_hub);
                _hub.Commit();
                return result;
            });
        }

        T? committed = default;
        var request = new Request(hub => committed = change(hub));
        _requests.Enqueue(request);
        wake();
        // The loop may have ended in between, and then nobody else would come.
        if (_wake is null) Change(() => { TakeRequests(); return true; });
        await request.Done.Task;
        return committed!;
    }

    /// <summary>All changes that wait, in one commit. Called by the loop that is awake.</summary>
    internal void TakeRequests()
    {
        List<Request> taken = [];
        Change(() =>
        {
            while (_requests.TryDequeue(out var request))
            {
                try
                {
                    request.Change(_hub);
                    taken.Add(request);
                }
                catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
                {
                    request.Done.TrySetException(exception);
                }
            }

            if (taken.Count > 0) _hub.Commit();
            return true;
        });
        foreach (var request in taken) request.Done.TrySetResult();
    }

    /// <param name="wake">How to wake the loop; null where it has ended.</param>
    internal void Attend(Action? wake) => _wake = wake;

    internal void Wake() => _wake?.Invoke();

    private T Change<T>(Func<T> change) => Change(change, _ => false);

    /// <summary>A request says no before it changes anything.</summary>
    private T Refusable<T>(Func<T> change) => Change(change, exception => exception is InvalidOperationException or ArgumentException);

    private T Change<T>(Func<T> change, Func<Exception, bool> isRefusal)
    {
        lock (_hub.Gate)
        {
            _hub.EnsureUsable();
            try
            {
                return change();
            }
            catch (Exception exception) when (!isRefusal(exception))
            {
                _hub.Break();
                throw;
            }
        }
    }

    private void Stray(string instanceId, long execution, string message) =>
        _ = SubmitAsync(hub =>
        {
            if (hub.Find(instanceId) is { IsFinished: false }) hub.Send(instanceId, new StrayAwait(message), execution);
            return true;
        });

    private sealed record Request(Action<TaskHub> Change)
    {
        internal TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
