using Microsoft.DurableTask;

namespace Mentoring.Local.Durable;

/// <summary>
/// Events by name, without regard to case. Unclaimed payloads wait first in, first out; waits form a stack, so the
/// newest wait takes the next event. What a cancelled wait does is <see cref="CancelledWait"/>.
/// </summary>
internal sealed class EventBuffer(TurnThread thread, DataConverter converter, CancelledWait cancelled)
{
    private readonly Dictionary<string, List<Waiter>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? Payload)> _unclaimed = [];

    internal bool HasLiveWait => _waits.Values.Any(stack => stack.Exists(waiter => !waiter.IsCompleted));

    internal Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        if (!_waits.TryGetValue(name, out var stack)) _waits[name] = stack = [];
        if (stack.Count > 0 && stack[^1].Type != typeof(T))
            throw new ArgumentException($"Event '{name}' is already awaited as {stack[^1].Type.FullName}, so it cannot be awaited as {typeof(T).FullName}.");

        var waiter = new Waiter<T>();
        stack.Add(waiter);
        var waiting = _unclaimed.FindIndex(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));
        if (waiting >= 0)
        {
            var (_, payload) = _unclaimed[waiting];
            _unclaimed.RemoveAt(waiting);
            Deliver(stack, payload);
        }

        if (cancellation.CanBeCanceled) cancellation.Register(() => Cancel(stack, waiter, cancellation));
        return waiter.Task;
    }

    internal void Raise(string name, string? payload)
    {
        if (_waits.TryGetValue(name, out var stack) && stack.Count > 0) Deliver(stack, payload);
        else _unclaimed.Add((name, payload));
    }

    internal List<(string Name, string? Payload)> TakeUnclaimed()
    {
        List<(string, string?)> taken = [.. _unclaimed];
        _unclaimed.Clear();
        return taken;
    }

    private void Deliver(List<Waiter> stack, string? payload)
    {
        var newest = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        newest.Deliver(payload, converter);
    }

    private void Cancel(List<Waiter> stack, Waiter waiter, CancellationToken cancellation)
    {
        // CancelAsync comes on another thread; an orchestrator cannot be told so.
        if (!thread.IsCurrent) return;
        if (cancelled == CancelledWait.LeavesEventBuffered) stack.Remove(waiter);
        waiter.Cancel(cancellation);
    }

    private abstract class Waiter
    {
        internal abstract Type Type { get; }

        internal abstract bool IsCompleted { get; }

        internal abstract void Deliver(string? payload, DataConverter converter);

        internal abstract void Cancel(CancellationToken cancellation);
    }

    private sealed class Waiter<T> : Waiter
    {
        private readonly TaskCompletionSource<T> _source = new();

        internal Task<T> Task => _source.Task;

        internal override Type Type => typeof(T);

        internal override bool IsCompleted => _source.Task.IsCompleted;

        internal override void Deliver(string? payload, DataConverter converter)
        {
            T? value;
            try
            {
                value = converter.Deserialize<T>(payload);
            }
            catch (Exception exception) when (exception is System.Text.Json.JsonException or NotSupportedException)
            {
                _source.TrySetException(exception);
                return;
            }

            _source.TrySetResult(value!);
        }

        internal override void Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);
    }
}
