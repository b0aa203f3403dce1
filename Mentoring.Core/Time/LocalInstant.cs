using System.Globalization;

namespace Mentoring.Core.Time;

/// <summary>A moment agreed in local time: the wall time people read, its IANA zone, and the instant it was resolved to.</summary>
/// <remarks>
/// The instant decides: received before it is in time, at or after it is late. It is resolved once and stored, so that a later
/// change of zone rules never moves a published deadline. Where clocks go back and the wall time occurs twice, the second one is
/// taken (nobody loses an hour they were promised); where clocks go forward and it does not occur, the first moment after the gap.
/// </remarks>
/// <param name="Wall">Local date and time, without offset, to the second.</param>
/// <param name="Zone">IANA name, such as <c>Europe/London</c>.</param>
/// <param name="Instant">In UTC.</param>
public sealed record LocalInstant(DateTime Wall, string Zone, DateTimeOffset Instant)
{
    private const int NeverYear = 9000;

    /// <exception cref="TimeZoneNotFoundException">The zone is not known.</exception>
    public static LocalInstant Resolve(DateTime wall, string zone)
    {
        var rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);

        // Instants a day or more to each side lie beyond whatever change is near. Only instants are asked for their offset: what the base library
        // says of local times (IsInvalidTime, IsAmbiguousTime) is wrong where summer is the standard time, as in Europe/Dublin.
        var before = new DateTimeOffset(local.Date, TimeSpan.Zero).AddDays(-1);
        var after = before.AddDays(3);
        TimeSpan[] offsets = [rules.GetUtcOffset(before), rules.GetUtcOffset(after)];
        var instants = offsets.Select(offset => new DateTimeOffset(local, offset)).Where(instant => rules.GetUtcOffset(instant) == instant.Offset).ToList();
        return instants.Count > 0
            ? new LocalInstant(local, zone, instants.Max().ToUniversalTime())
            : At(FirstAfterChange(before, after, rules), zone);
    }

    /// <summary>Later than anything that could be written or reached, for what has no end.</summary>
    public static LocalInstant Never(string zone) => Resolve(new DateTime(NeverYear, 1, 1), zone);

    public bool IsNever => Wall.Year == NeverYear;

    /// <summary>The wall time at an instant.</summary>
    public static LocalInstant At(DateTimeOffset instant, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return new LocalInstant(local.DateTime, zone, instant.ToUniversalTime());
    }

    /// <summary>The same number of local days later at a local time of day.</summary>
    public LocalInstant PlusDays(int days, TimeOnly at) => Resolve(Wall.Date.AddDays(days) + at.ToTimeSpan(), Zone);

    /// <summary>The same day of a later month (or its last day) at a local time of day.</summary>
    public LocalInstant PlusMonths(int months, TimeOnly at) => Resolve(Wall.Date.AddMonths(months) + at.ToTimeSpan(), Zone);

    public bool HasPassed(DateTimeOffset now) => now >= Instant;

    /// <summary>Such as <c>noon on Monday 30 September 2024</c>.</summary>
    public override string ToString() => WordsOf(Wall);

    /// <summary>The same for whoever lives by the clocks of a zone: where this moment's is another it is named, such as <c>noon on Monday 30 September 2024 (time in Kolkata)</c>.</summary>
    public string WordsIn(string zone) => Zone == zone ? ToString() : $"{this} ({ZoneWords(Zone)})";

    /// <summary>The same for a wall time of whichever zone.</summary>
    public static string WordsOf(DateTime wall) => $"{TimeWords(wall)} on {DateWords(wall)}";

    /// <summary>Such as <c>Monday 30 September 2024</c>.</summary>
    public string Date => DateWords(Wall);

    /// <summary>Such as <c>2024-09-30T12:00:00+01:00</c>.</summary>
    public string Iso => TimeZoneInfo.ConvertTime(Instant, TimeZoneInfo.FindSystemTimeZoneById(Zone)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string DateWords(DateTime wall) => wall.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string TimeWords(DateTime wall) => wall.TimeOfDay switch
    {
        { Seconds: > 0 } => HourWords(wall, ":mm:ss"),
        { Hours: 12, Minutes: 0 } => "noon",
        { Hours: 0, Minutes: 0 } => "midnight (the start of the day)",
        { Minutes: 0 } => HourWords(wall),
        _ => HourWords(wall, ":mm"),
    };

    private static string HourWords(DateTime wall, string minutes = "") =>
        wall.ToString("%h" + minutes, CultureInfo.InvariantCulture) + (wall.Hour < 12 ? "am" : "pm");

    /// <summary>The place that the zone is called after; other names, such as <c>UTC</c>, are no places.</summary>
    private static string ZoneWords(string zone) =>
        zone.Split('/') is ["Africa" or "America" or "Antarctica" or "Arctic" or "Asia" or "Atlantic" or "Australia" or "Europe" or "Indian" or "Pacific", .., var place]
            ? $"time in {place.Replace('_', ' ')}"
            : $"time zone {zone}";

    private static DateTimeOffset FirstAfterChange(DateTimeOffset before, DateTimeOffset after, TimeZoneInfo rules)
    {
        var offset = rules.GetUtcOffset(before);
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before.AddSeconds(Math.Floor((after - before).TotalSeconds / 2));
            if (rules.GetUtcOffset(middle) == offset)
                before = middle;
            else
                after = middle;
        }

        return after;
    }
}
