using Mentoring.Local.Hosting.Functions;
using Mentoring.Local.Time;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Local.Hosting.Timers;

/// <summary>Fires timer functions as the clock reaches their occurrences, in order of time and then of name.</summary>
/// <remarks>Occurrences that passed while the machine slept or the host was down are made up for by one firing that is past due.</remarks>
internal sealed class TimerPump
{
    private readonly VirtualClock clock;
    private readonly FunctionRunner runner;
    private readonly FaultLog faults;
    private readonly PriorityQueue<Entry, (DateTimeOffset At, int Order)> pending = new();

    public TimerPump(IReadOnlyList<FunctionEntry> functions, VirtualClock clock, FunctionRunner runner, FaultLog faults)
    {
        (this.clock, this.runner, this.faults) = (clock, runner, faults);
        var now = clock.GetUtcNow();
        var order = 0;
        foreach (var function in functions)
        {
            if (function.Trigger is not Trigger.Timer timer) continue;
            var entry = new Entry(function, timer.Schedule, order++);
            var from = timer.Monitored && clock.Before is { } before ? before : now;
            Plan(entry, timer.OnStart ? now : timer.Schedule.Next(from));
        }
    }

    public DateTimeOffset? NextDue => pending.TryPeek(out _, out var next) ? next.At : null;

    /// <summary>Fires all that is due; false where nothing was.</summary>
    public async Task<bool> FireDueAsync(CancellationToken cancellation)
    {
        var fired = false;
        while (pending.TryPeek(out var entry, out var next) && clock.GetUtcNow() is var now && next.At <= now)
        {
            pending.Dequeue();
            var following = entry.Schedule.Next(now);
            Plan(entry, following);
            fired = true;
            try
            {
                await runner.RunAsync(entry.Function, entry.Info(next.At, following, now), cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // As in Azure, the next occurrence tries again.
                faults.Add(entry.Function.Name, fault);
            }
        }

        return fired;
    }

    private void Plan(Entry entry, DateTimeOffset? at)
    {
        if (at is { } instant) pending.Enqueue(entry, (instant, entry.Order));
    }

    private sealed record Entry(FunctionEntry Function, NcrontabSchedule Schedule, int Order)
    {
        private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

        private DateTime last;

        public TimerInfo Info(DateTimeOffset at, DateTimeOffset? following, DateTimeOffset now)
        {
            var status = new ScheduleStatus { Last = last, Next = following?.UtcDateTime ?? default, LastUpdated = last };
            last = at.UtcDateTime;
            return new TimerInfo { IsPastDue = now - at > Late, ScheduleStatus = status };
        }
    }
}
