using System.Globalization;
using Mentoring.Core.Time;

namespace Mentoring.Tests.Time;

public class LocalInstantTests
{
    private static readonly TimeOnly Noon = new(12, 0);

    [Fact]
    [Trait("Requirement", "RE7")]
    public void Noon_on_30_September_2024_in_London_is_eleven_o_clock_universal_time()
    {
        var deadline = Resolve("2024-09-30T12:00", "Europe/London");

        Assert.Equal(Utc("2024-09-30T11:00:00"), deadline.Instant);
        Assert.Equal("2024-09-30T12:00:00+01:00", deadline.Iso);
        Assert.Equal("noon on Monday 30 September 2024", deadline.ToString());
    }

    [Fact]
    [Trait("Requirement", "RE7")]
    public void A_second_before_the_deadline_is_in_time_and_the_deadline_itself_is_late()
    {
        var deadline = Resolve("2024-09-30T12:00", "Europe/London");

        Assert.False(deadline.HasPassed(Utc("2024-09-30T10:59:59")));
        Assert.False(deadline.HasPassed(Utc("2024-09-30T11:00:00").AddTicks(-1)));
        Assert.True(deadline.HasPassed(Utc("2024-09-30T11:00:00")));
        Assert.True(deadline.HasPassed(new DateTimeOffset(2024, 9, 30, 12, 0, 0, TimeSpan.FromHours(1))));
    }

    [Theory]
    [Trait("Requirement", "B14")]
    [Trait("Requirement", "RE7")]
    // London goes forward at 01:00 on 31 March 2024 and back at 02:00 on 27 October 2024.
    [InlineData("Europe/London", "2024-03-30T12:00", "2024-03-30T12:00:00")]
    [InlineData("Europe/London", "2024-03-31T00:59:59", "2024-03-31T00:59:59")]
    [InlineData("Europe/London", "2024-03-31T02:00", "2024-03-31T01:00:00")]
    [InlineData("Europe/London", "2024-03-31T12:00", "2024-03-31T11:00:00")]
    [InlineData("Europe/London", "2024-10-26T12:00", "2024-10-26T11:00:00")]
    [InlineData("Europe/London", "2024-10-27T00:59:59", "2024-10-26T23:59:59")]
    [InlineData("Europe/London", "2024-10-27T02:00", "2024-10-27T02:00:00")]
    [InlineData("Europe/London", "2024-10-27T12:00", "2024-10-27T12:00:00")]
    // New York goes forward at 02:00 on 10 March 2024 and back at 02:00 on 3 November 2024.
    [InlineData("America/New_York", "2024-03-10T01:59:59", "2024-03-10T06:59:59")]
    [InlineData("America/New_York", "2024-03-10T03:00", "2024-03-10T07:00:00")]
    [InlineData("America/New_York", "2024-11-03T00:59:59", "2024-11-03T04:59:59")]
    [InlineData("America/New_York", "2024-11-03T02:00", "2024-11-03T07:00:00")]
    // Lord Howe goes back by half an hour at 02:00 on 7 April 2024 and forward at 02:00 on 6 October 2024.
    [InlineData("Australia/Lord_Howe", "2024-04-07T01:29:59", "2024-04-06T14:29:59")]
    [InlineData("Australia/Lord_Howe", "2024-04-07T02:00", "2024-04-06T15:30:00")]
    [InlineData("Australia/Lord_Howe", "2024-10-06T01:59:59", "2024-10-05T15:29:59")]
    [InlineData("Australia/Lord_Howe", "2024-10-06T02:30", "2024-10-05T15:30:00")]
    public void Each_side_of_a_change_of_clocks_has_its_own_offset(string zone, string wall, string utc) =>
        Assert.Equal(Utc(utc), Resolve(wall, zone).Instant);

    [Theory]
    [Trait("Requirement", "B14")]
    [InlineData("Europe/London", "2024-10-27T01:00", "2024-10-27T01:00:00")]
    [InlineData("Europe/London", "2024-10-27T01:59:59", "2024-10-27T01:59:59")]
    [InlineData("America/New_York", "2024-11-03T01:00", "2024-11-03T06:00:00")]
    [InlineData("America/New_York", "2024-11-03T01:59:59", "2024-11-03T06:59:59")]
    [InlineData("Australia/Lord_Howe", "2024-04-07T01:30", "2024-04-06T15:00:00")]
    [InlineData("Australia/Lord_Howe", "2024-04-07T01:59:59", "2024-04-06T15:29:59")]
    public void A_time_that_occurs_twice_is_the_second_one(string zone, string wall, string utc)
    {
        var resolved = Resolve(wall, zone);

        Assert.Equal(Utc(utc), resolved.Instant);
        Assert.Equal(Wall(wall), resolved.Wall);
    }

    [Theory]
    [Trait("Requirement", "B14")]
    [InlineData("Europe/London", "2024-03-31T01:00", "2024-03-31T02:00", "2024-03-31T01:00:00")]
    [InlineData("Europe/London", "2024-03-31T01:59:59", "2024-03-31T02:00", "2024-03-31T01:00:00")]
    [InlineData("America/New_York", "2024-03-10T02:00", "2024-03-10T03:00", "2024-03-10T07:00:00")]
    [InlineData("America/New_York", "2024-03-10T02:59:59", "2024-03-10T03:00", "2024-03-10T07:00:00")]
    [InlineData("Australia/Lord_Howe", "2024-10-06T02:00", "2024-10-06T02:30", "2024-10-05T15:30:00")]
    [InlineData("Australia/Lord_Howe", "2024-10-06T02:29:59", "2024-10-06T02:30", "2024-10-05T15:30:00")]
    // Here summer is the standard time.
    [InlineData("Europe/Dublin", "2008-03-30T01:00", "2008-03-30T02:00", "2008-03-30T01:00:00")]
    // Here a whole day was left out.
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-31T00:00", "2011-12-30T10:00:00")]
    public void A_time_that_never_occurs_is_the_first_moment_after_the_gap(string zone, string wall, string moved, string utc)
    {
        var resolved = Resolve(wall, zone);

        Assert.Equal(Utc(utc), resolved.Instant);
        Assert.Equal(Wall(moved), resolved.Wall);
    }

    [Theory]
    [Trait("Requirement", "B14")]
    [InlineData("Europe/London")]
    [InlineData("Europe/Dublin")]
    [InlineData("America/New_York")]
    [InlineData("America/Asuncion")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Asia/Kathmandu")]
    public void Every_quarter_of_an_hour_near_a_change_agrees_with_the_clock_on_the_wall(string zone)
    {
        var rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        foreach (var change in Changes(rules, 2020, 2030))
        {
            // What a clock on the wall shows, quarter by quarter, from a day before to a day after.
            var shown = Enumerable.Range(-96, 192).Select(quarter => change.AddMinutes(15 * quarter))
                .Select(instant => (Instant: instant, Wall: TimeZoneInfo.ConvertTime(instant, rules).DateTime)).ToList();
            for (var wall = change.UtcDateTime.AddHours(-6); wall < change.UtcDateTime.AddHours(6); wall = wall.AddMinutes(15))
            {
                var local = wall + rules.GetUtcOffset(change);
                var times = shown.Where(moment => moment.Wall == local).ToList();
                var expected = times.Count > 0 ? times.Max(moment => moment.Instant) : change;
                Assert.True(expected == LocalInstant.Resolve(local, zone).Instant, $"{zone} {local:s}: expected {expected:O}, was {LocalInstant.Resolve(local, zone).Instant:O}");
            }
        }
    }

    [Theory]
    [Trait("Requirement", "B14")]
    // 7 days from a mail sent on the day before the clocks change are 7 noons, not 168 hours.
    [InlineData("Europe/London", "2024-10-26T09:15", 7, "2024-11-02T12:00:00")]
    [InlineData("Europe/London", "2024-03-30T09:15", 7, "2024-04-06T11:00:00")]
    [InlineData("Europe/London", "2024-02-28T09:15", 2, "2024-03-01T12:00:00")]
    [InlineData("America/New_York", "2024-10-30T23:59", 5, "2024-11-04T17:00:00")]
    [InlineData("Australia/Lord_Howe", "2024-04-05T12:00", 3, "2024-04-08T01:30:00")]
    public void Days_are_counted_on_the_calendar(string zone, string from, int days, string utc)
    {
        var later = Resolve(from, zone).PlusDays(days, Noon);

        Assert.Equal(Utc(utc), later.Instant);
        Assert.Equal(Noon, TimeOnly.FromDateTime(later.Wall));
        Assert.Equal(zone, later.Zone);
    }

    [Theory]
    [Trait("Requirement", "B14")]
    [InlineData("2024-10-15T16:20", 6, "2025-04-15T11:00:00")]
    [InlineData("2024-10-15T16:20", 12, "2025-10-15T11:00:00")]
    [InlineData("2024-08-31T09:00", 6, "2025-02-28T12:00:00")]
    [InlineData("2023-08-31T09:00", 6, "2024-02-29T12:00:00")]
    [InlineData("2024-02-29T09:00", 12, "2025-02-28T12:00:00")]
    [InlineData("2025-01-31T09:00", 1, "2025-02-28T12:00:00")]
    [InlineData("2024-12-31T23:59:59", 6, "2025-06-30T11:00:00")]
    public void Months_end_on_the_same_day_or_the_month_s_last(string from, int months, string utc) =>
        Assert.Equal(Utc(utc), Resolve(from, "Europe/London").PlusMonths(months, Noon).Instant);

    [Theory]
    [InlineData("2024-09-30T12:00", "noon on Monday 30 September 2024")]
    [InlineData("2024-10-01T00:00", "midnight (the start of the day) on Tuesday 1 October 2024")]
    [InlineData("2024-10-01T00:30", "12:30am on Tuesday 1 October 2024")]
    [InlineData("2024-10-01T09:00", "9am on Tuesday 1 October 2024")]
    [InlineData("2024-10-01T12:05", "12:05pm on Tuesday 1 October 2024")]
    [InlineData("2024-10-01T17:30", "5:30pm on Tuesday 1 October 2024")]
    [InlineData("2024-10-01T12:00:30", "12:00:30pm on Tuesday 1 October 2024")]
    public void People_read_words(string wall, string words) =>
        Assert.Equal(words, Resolve(wall, "Europe/London").ToString());

    [Fact]
    public void Date_is_the_day_alone() =>
        Assert.Equal("Monday 30 September 2024", Resolve("2024-09-30T12:00", "Europe/London").Date);

    [Fact]
    [Trait("Requirement", "B14")]
    public void The_wall_time_of_an_instant_follows_its_zone()
    {
        Assert.Equal(Wall("2024-09-30T12:00"), LocalInstant.At(Utc("2024-09-30T11:00:00"), "Europe/London").Wall);
        Assert.Equal(Wall("2024-10-27T01:30"), LocalInstant.At(Utc("2024-10-27T00:30:00"), "Europe/London").Wall);
        Assert.Equal("2024-10-27T01:30:00+01:00", LocalInstant.At(Utc("2024-10-27T00:30:00"), "Europe/London").Iso);
        Assert.Equal("2024-10-27T01:30:00+00:00", LocalInstant.At(Utc("2024-10-27T01:30:00"), "Europe/London").Iso);
    }

    [Theory]
    [InlineData("Europe/London", "noon on Monday 30 September 2024")]
    [InlineData("Asia/Kolkata", "noon on Monday 30 September 2024 (time in Kolkata)")]
    [InlineData("America/St_Johns", "noon on Monday 30 September 2024 (time in St Johns)")]
    [InlineData("America/Argentina/Buenos_Aires", "noon on Monday 30 September 2024 (time in Buenos Aires)")]
    [InlineData("UTC", "noon on Monday 30 September 2024 (time zone UTC)")]
    [Trait("Requirement", "RE7")]
    public void A_zone_is_named_to_whoever_lives_in_another(string zone, string words) =>
        Assert.Equal(words, Resolve("2024-09-30T12:00", zone).WordsIn("Europe/London"));

    [Fact]
    public void An_unknown_zone_is_an_error() =>
        Assert.Throws<TimeZoneNotFoundException>(() => Resolve("2024-09-30T12:00", "Europe/Londinium"));

    private static IEnumerable<DateTimeOffset> Changes(TimeZoneInfo rules, int fromYear, int toYear)
    {
        var end = new DateTimeOffset(toYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var hour = new DateTimeOffset(fromYear, 1, 1, 0, 0, 0, TimeSpan.Zero); hour < end; hour = hour.AddHours(1))
        {
            if (rules.GetUtcOffset(hour) == rules.GetUtcOffset(hour.AddHours(1)))
                continue;
            var change = hour;
            while (rules.GetUtcOffset(change) == rules.GetUtcOffset(hour))
                change = change.AddMinutes(1);
            yield return change;
        }
    }

    private static LocalInstant Resolve(string wall, string zone) => LocalInstant.Resolve(Wall(wall), zone);

    private static DateTime Wall(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(string text) => new(Wall(text), TimeSpan.Zero);
}
