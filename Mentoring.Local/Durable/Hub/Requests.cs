using System.Collections.Concurrent;

namespace Mentoring.Local.Durable;

/// <summary>
/// Changes that clients ask for. Where a loop runs, those that wait share its next commit; where none does, each is
/// committed on the spot.
/// </summary>
internal sealed class Requests(TaskHub hub)
{
    private readonly ConcurrentQueue<Request> _waiting = new();
    private volatile Action? _wake;

    /// <param name="wake">How to wake the loop; null where it has ended.</param>
    internal void Attend(Action? wake) => _wake = wake;

    internal void Wake() => _wake?.Invoke();

    /// <param name="isInTurn">True while the lock's holder runs orchestrator code, which must not come here.</param>
    internal async Task<T> SubmitAsync<T>(Func<TaskHub, T> change, Func<bool> isInTurn)
    {
        if (_wake is not { } wake)
        {
            return hub.Change(
                () =>
                {
                    if (isInTurn()) throw new InvalidOperationException(TurnThread.StrayMessage);
                    var result = change(hub);
                    hub.Commit();
                    return result;
                },
                IsRefusal);
        }

        T? committed = default;
        var request = new Request(state => committed = change(state));
        _waiting.Enqueue(request);
        wake();
        // The loop may have ended in between, and then nobody else would come.
        if (_wake is null) Take();
        await request.Done.Task;
        return committed!;
    }

    /// <summary>Makes all waiting changes in one commit; those that are refused say so to their callers alone.</summary>
    internal void Take()
    {
        if (_waiting.IsEmpty) return;
        List<Request> taken = [];
        try
        {
            hub.Change(() => Make(taken), _ => false);
        }
        catch (Exception exception)
        {
            foreach (var request in taken) request.Done.TrySetException(exception);
            throw;
        }

        foreach (var request in taken) request.Done.TrySetResult();
    }

    private bool Make(List<Request> taken)
    {
        while (_waiting.TryDequeue(out var request))
        {
            taken.Add(request);
            try
            {
                request.Change(hub);
            }
            catch (Exception exception) when (IsRefusal(exception))
            {
                request.Done.TrySetException(exception);
            }
        }

        hub.Commit();
        return true;
    }

    /// <summary>A change says no before it changes anything.</summary>
    private static bool IsRefusal(Exception exception) => exception is InvalidOperationException or ArgumentException;

    private sealed record Request(Action<TaskHub> Change)
    {
        internal TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
