namespace Mentoring.Local.Hosting.Timers;

/// <summary>A timer's schedule in UTC: second, minute, hour, day, month, day of week. Five fields leave the second at 0.</summary>
/// <remarks>As in NCRONTAB, and unlike in cron, a day must fit both the day and the day of the week.</remarks>
public sealed class NcrontabSchedule
{
    // The rarest schedule that ever comes is 29 February on one day of the week: at most 40 years apart.
    private const int FarthestYears = 41;

    private readonly NcrontabField seconds;
    private readonly NcrontabField minutes;
    private readonly NcrontabField hours;
    private readonly NcrontabField days;
    private readonly NcrontabField months;
    private readonly NcrontabField weekdays;

    private NcrontabSchedule(string[] fields)
    {
        seconds = NcrontabField.Parse("second", fields[0], 0, 59);
        minutes = NcrontabField.Parse("minute", fields[1], 0, 59);
        hours = NcrontabField.Parse("hour", fields[2], 0, 23);
        days = NcrontabField.Parse("day", fields[3], 1, 31);
        months = NcrontabField.Parse("month", fields[4], 1, 12);
        weekdays = NcrontabField.Parse("day of week", fields[5], 0, 6);
    }

    /// <exception cref="FormatException">Names the field that is wrong and what it may hold.</exception>
    public static NcrontabSchedule Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length switch
        {
            6 => new(fields),
            5 => new(["0", .. fields]),
            _ => throw new FormatException($"The schedule '{text}' has {fields.Length} fields; it must have six: second minute hour day month day-of-week."),
        };
    }

    /// <summary>The first occurrence after the instant; null where there is none within 41 years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var start = after.UtcDateTime;
        start = start.AddTicks(TimeSpan.TicksPerSecond - (start.Ticks % TimeSpan.TicksPerSecond));
        if (Fits(start) && TimeOfDay(start.TimeOfDay) is { } today) return new DateTimeOffset(start.Date + today, TimeSpan.Zero);

        var first = new TimeSpan(hours.First, minutes.First, seconds.First);
        var last = start.AddYears(FarthestYears);
        for (var day = start.Date.AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (!months.Has(day.Month)) day = new DateTime(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month), 0, 0, 0, DateTimeKind.Utc);
            else if (Fits(day)) return new DateTimeOffset(day + first, TimeSpan.Zero);
        }

        return null;
    }

    private bool Fits(DateTime day) => months.Has(day.Month) && days.Has(day.Day) && weekdays.Has((int)day.DayOfWeek);

    /// <summary>The first fitting time of day that is not before this one.</summary>
    private TimeSpan? TimeOfDay(TimeSpan from)
    {
        if (hours.AtLeast(from.Hours) is not { } hour) return null;
        if (hour > from.Hours) return new TimeSpan(hour, minutes.First, seconds.First);
        if (minutes.AtLeast(from.Minutes) is { } minute)
        {
            if (minute > from.Minutes) return new TimeSpan(hour, minute, seconds.First);
            if (seconds.AtLeast(from.Seconds) is { } second) return new TimeSpan(hour, minute, second);
            if (minutes.AtLeast(minute + 1) is { } later) return new TimeSpan(hour, later, seconds.First);
        }

        return hours.AtLeast(hour + 1) is { } next ? new TimeSpan(next, minutes.First, seconds.First) : null;
    }
}
