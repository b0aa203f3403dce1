using Mentoring.Local.Storage;

namespace Mentoring.Local.Time;

/// <summary>A clock that can be moved forward. It goes with the machine's clock or stands until it is moved, and remembers where it was.</summary>
/// <remarks>Delays within a function run on the machine's own timers: the clock stands still while a function works.</remarks>
public sealed class VirtualClock : TimeProvider, IDisposable
{
    private readonly ClockFile file;
    private readonly TimeProvider? machine;
    private readonly bool gathers;
    private ClockFile.Mark? unwritten;
    private long ticks;

    /// <param name="folder">The data folder; a clock that was there before goes on from where it was.</param>
    /// <param name="machine">The clock to go with; null to stand.</param>
    /// <param name="start">Where a new clock stands; an earlier one is moved up to it.</param>
    /// <param name="gathers">Write only at the orderly end: see <see cref="Durability.None"/>.</param>
    public VirtualClock(string folder, TimeProvider? machine, DateTimeOffset? start, bool gathers = false)
    {
        (this.machine, this.gathers) = (machine, gathers);
        file = new ClockFile(folder);
        var last = file.Last;
        Before = last is null ? null : last.Done ? last.Reached : last.Reached.AddTicks(-1);
        if (machine is null)
        {
            var first = start ?? last?.Reached ?? throw new ArgumentNullException(nameof(start), "A standing clock needs a start.");
            ticks = Later(first, last?.Reached).UtcTicks;
        }
        else
        {
            var now = machine.GetUtcNow();
            ticks = (Later(Later(now + (last?.Offset ?? TimeSpan.Zero), last?.Reached), start) - now).Ticks;
        }
    }

    public bool IsLive => machine is not null;

    /// <summary>Everything due by then was done in an earlier run; null where there was none.</summary>
    public DateTimeOffset? Before { get; }

    public override DateTimeOffset GetUtcNow() =>
        machine is null ? new DateTimeOffset(Volatile.Read(ref ticks), TimeSpan.Zero) : machine.GetUtcNow().AddTicks(Volatile.Read(ref ticks)).ToUniversalTime();

    /// <summary>Moves the clock forward. An instant that has passed on a clock that goes moves nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A standing clock would go back.</exception>
    public void MoveTo(DateTimeOffset instant)
    {
        var step = instant - GetUtcNow();
        if (step < TimeSpan.Zero && machine is null) throw new ArgumentOutOfRangeException(nameof(instant), instant, $"The clock stands at {GetUtcNow():O} and goes forward only.");
        if (step > TimeSpan.Zero) Interlocked.Add(ref ticks, step.Ticks);
        Remember(GetUtcNow(), done: false);
    }

    /// <summary>Writes down an instant that the clock has reached and whether all due by then is done.</summary>
    internal void Remember(DateTimeOffset reached, bool done)
    {
        var mark = new ClockFile.Mark(reached, machine is null ? TimeSpan.Zero : TimeSpan.FromTicks(Volatile.Read(ref ticks)), done);
        if (gathers) unwritten = mark;
        else file.Write(mark);
    }

    public void Dispose()
    {
        if (unwritten is { } mark) file.Write(mark);
        unwritten = null;
        file.Dispose();
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
