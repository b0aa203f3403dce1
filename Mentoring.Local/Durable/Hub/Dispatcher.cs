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
    private readonly Requests _requests;
    private bool _isInTurn;

    internal Dispatcher(TaskHub hub, IDurableFunctions functions)
    {
        _hub = hub;
        _turns = new TurnRunner(hub, functions, Stray);
        _activities = new ActivityRunner(functions, hub.Options);
        _requests = new Requests(hub);
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
    internal Task<T> SubmitAsync<T>(Func<TaskHub, T> change) => _requests.SubmitAsync(change, isInTurn: () => _isInTurn);

    /// <summary>All changes that wait, in one commit. Called by the loop that is awake.</summary>
    internal void TakeRequests() => _requests.Take();

    /// <param name="wake">How to wake the loop; null where it has ended.</param>
    internal void Attend(Action? wake) => _requests.Attend(wake);

    internal void Wake() => _requests.Wake();

    private T Change<T>(Func<T> change) => _hub.Change(change, _ => false);

    private void Stray(string instanceId, long execution, string message) =>
        _ = SubmitAsync(hub =>
        {
            if (hub.Find(instanceId) is { IsFinished: false }) hub.Send(instanceId, new StrayAwait(message), execution);
            return true;
        });
}
