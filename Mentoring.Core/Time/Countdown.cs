namespace Mentoring.Core.Time;

/// <summary>Time to answer: reminders at fixed moments, then the end. Fixed when it begins, so that the dates can be told in advance.</summary>
/// <param name="RemindAt">Rising, all before <paramref name="Until"/>.</param>
/// <param name="Reminded">How many reminders are behind us.</param>
public sealed record Countdown(IReadOnlyList<LocalInstant> RemindAt, LocalInstant Until, int Reminded)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>Counts local days from a moment; every moment is at noon, local.</summary>
    public static Countdown From(DateTimeOffset start, string zone, int days, IReadOnlyList<int> reminderDays)
    {
        var local = LocalInstant.At(start, zone);
        return new Countdown([.. reminderDays.Select(day => local.PlusDays(day, Noon))], local.PlusDays(days, Noon), 0);
    }

    /// <summary>The next moment at which something is to happen.</summary>
    public DateTimeOffset NextAt => Reminded < RemindAt.Count ? RemindAt[Reminded].Instant : Until.Instant;

    public bool IsOver(DateTimeOffset now) => Until.HasPassed(now);

    /// <summary>Whether a reminder is due. Reminders that were missed are sent as one.</summary>
    public bool ReminderIsDue(DateTimeOffset now) => !IsOver(now) && Reminded < RemindAt.Count && RemindAt[Reminded].HasPassed(now);

    public Countdown AfterReminder(DateTimeOffset now) => this with { Reminded = RemindAt.Count(moment => moment.HasPassed(now)) };
}
