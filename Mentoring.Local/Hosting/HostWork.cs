using Mentoring.Local.Durable;
using Mentoring.Local.Hosting.Timers;
using Mentoring.Local.Time;
using Microsoft.Extensions.Logging;

namespace Mentoring.Local.Hosting;

/// <summary>Does what is due on one thread in one order: timers, then orchestrations and activities, then messages, until all is quiet.</summary>
internal sealed partial class HostWork(
    VirtualClock clock, TimerPump timers, DurableEngine engine, QueuePump queues, RequestsUnderWay requests, WorkSignal signal, ILogger<HostWork> logger) : IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Works until nothing is due at the clock's present instant; answers that instant.</summary>
    public Task<DateTimeOffset> DrainAsync(CancellationToken cancellation) => DrainAsync(AtOnce, cancellation);

    private async Task<DateTimeOffset> DrainAsync(Func<CancellationToken, Task> between, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await WorkAsync(between, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Moves the clock from one due instant to the next, working at each, until the target.</summary>
    public async Task AdvanceToAsync(DateTimeOffset target, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var done = await WorkAsync(AtOnce, cancellation);
            while (NextAfter(done) is { } next && next <= target)
            {
                clock.MoveTo(next);
                done = await WorkAsync(AtOnce, cancellation);
            }

            clock.MoveTo(target);
            await WorkAsync(AtOnce, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Works as time passes, until cancelled.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var done = await DrainAsync(requests.GiveWayAsync, stopping);
                await signal.WaitAsync(SleepAfter(done), stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // A full disk must not end the loop: all that is due stays due.
                Failed(logger, fault);
                await signal.WaitAsync(AfterFault, CancellationToken.None);
            }
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Works until a whole pass finds nothing; answers the instant at which that pass began. What falls due later was not looked for.</summary>
    /// <param name="between">Awaited between messages.</param>
    private async Task<DateTimeOffset> WorkAsync(Func<CancellationToken, Task> between, CancellationToken cancellation)
    {
        DateTimeOffset began;
        bool worked;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            began = clock.GetUtcNow();
            worked = await timers.FireDueAsync(cancellation);
            worked |= await engine.RunDueAsync(cancellation);
            worked |= await queues.DeliverDueAsync(between, cancellation);
        }
        while (worked);
        clock.Remember(began, done: true);
        return began;
    }

    /// <summary>Whoever waits for the work to be done must not be waited for.</summary>
    private static Task AtOnce(CancellationToken cancellation) => Task.CompletedTask;

    private TimeSpan SleepAfter(DateTimeOffset done)
    {
        if (NextAfter(done) is not { } next) return LongestSleep;
        var wait = next - clock.GetUtcNow();
        return wait < ShortestSleep ? ShortestSleep : wait < LongestSleep ? wait : LongestSleep;
    }

    /// <summary>What was due by then and is still there waits for something else than the clock.</summary>
    private DateTimeOffset? NextAfter(DateTimeOffset done)
    {
        return Earlier(Later(timers.NextDue), Earlier(Later(engine.NextDue), Later(queues.NextDue)));

        DateTimeOffset? Later(DateTimeOffset? due) => due > done ? due : null;
        static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Critical, Message = "The host's work was interrupted and is tried again")]
    private static partial void Failed(ILogger logger, Exception fault);
}
