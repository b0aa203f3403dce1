using Mentoring.Local.Hosting.Functions;
using Mentoring.Local.Queues;

namespace Mentoring.Local.Hosting;

/// <summary>Delivers messages to the functions that consume their queues, one at a time.</summary>
internal sealed class QueuePump(IReadOnlyList<FunctionEntry> functions, SqliteQueue queue, FunctionRunner runner, FaultLog faults)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    private readonly (FunctionEntry Function, string Name)[] consumers =
        [.. functions.Where(entry => entry.Trigger is Trigger.Queue).Select(entry => (entry, ((Trigger.Queue)entry.Trigger).Name))];

    /// <summary>When the next message can be delivered.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (var (_, name) in consumers)
            {
                if (queue.NextVisible(name) is { } visible && !(next <= visible)) next = visible;
            }

            return next;
        }
    }

    /// <summary>Delivers all that is visible; false where nothing was.</summary>
    /// <param name="between">Awaited between messages.</param>
    public async Task<bool> DeliverDueAsync(Func<CancellationToken, Task> between, CancellationToken cancellation)
    {
        var delivered = false;
        foreach (var (function, name) in consumers)
        {
            while (!cancellation.IsCancellationRequested && await queue.TakeAsync(name) is { } message)
            {
                await DeliverAsync(function, message, cancellation);
                delivered = true;
                await between(cancellation);
            }
        }

        return delivered;
    }

    private async Task DeliverAsync(FunctionEntry function, QueuedMessage message, CancellationToken cancellation)
    {
        try
        {
            await runner.RunAsync(function, message, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The host stops. The lock is released when it starts again.
            return;
        }
        catch (Exception fault)
        {
            faults.Add(function.Name, fault);
            await queue.AbandonAsync(message, Delay(message.Deliveries), $"{fault.GetType().Name}: {fault.Message}");
            return;
        }

        await queue.CompleteAsync(message);
    }

    /// <summary>Ten seconds, doubled with each delivery: ten deliveries outlast an outage of half an hour.</summary>
    private static TimeSpan Delay(int deliveries)
    {
        var delay = FirstDelay * Math.Pow(2, deliveries - 1);
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
