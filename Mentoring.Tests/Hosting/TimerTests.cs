using System.Globalization;
using Mentoring.Local.Hosting.Timers;

namespace Mentoring.Tests.Hosting;

public sealed class TimerTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly ToyRecord record = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("0 */5 * * * *", "2024-09-01T00:00:00", "2024-09-01T00:05:00")]
    [InlineData("0 */5 * * * *", "2024-09-01T00:04:59.9999999", "2024-09-01T00:05:00")]
    [InlineData("0 */5 * * * *", "2024-12-31T23:55:00", "2025-01-01T00:00:00")]
    [InlineData("*/15 * * * * *", "2024-09-01T00:00:45", "2024-09-01T00:01:00")]
    [InlineData("30 59 23 * * *", "2024-09-01T23:59:30", "2024-09-02T23:59:30")]
    [InlineData("0 0 12 29 2 *", "2024-02-29T12:00:00", "2028-02-29T12:00:00")]
    [InlineData("0 0 12 29 2 MON", "2024-03-01T00:00:00", "2044-02-29T12:00:00")]
    [InlineData("0 0 0 31 * *", "2024-08-31T00:00:00", "2024-10-31T00:00:00")]
    [InlineData("0 30 9 * JAN-MAR,DEC Mon-Fri", "2024-03-29T09:30:00", "2024-12-02T09:30:00")]
    [InlineData("0 0 3 1 * SUN", "2024-09-01T03:00:00", "2024-12-01T03:00:00")]
    [InlineData("5 10,50 8-10/2 * * *", "2024-09-01T08:10:05", "2024-09-01T08:50:05")]
    [InlineData("5 10,50 8-10/2 * * *", "2024-09-01T08:50:05", "2024-09-01T10:10:05")]
    [InlineData("5 10,50 8-10/2 * * *", "2024-09-01T10:50:05", "2024-09-02T08:10:05")]
    [InlineData("0 20/20 * * * *", "2024-09-01T10:00:00", "2024-09-01T10:20:00")]
    [InlineData("15 6 * * *", "2024-09-01T06:15:00", "2024-09-02T06:15:00")]
    public void The_next_occurrence_is_the_first_after_an_instant(string schedule, string after, string next) =>
        Assert.Equal(Instant(next), NcrontabSchedule.Parse(schedule).Next(Instant(after)));

    [Fact]
    public void Each_occurrence_fits_and_none_is_left_out()
    {
        const int Seed = 20240930;
        var random = new Random(Seed);
        for (var trial = 0; trial < 40; trial++)
        {
            var (minute, hour, weekday) = (random.Next(60), random.Next(24), random.Next(7));
            var text = $"0 {minute},{(minute + 7) % 60} {hour} * * {weekday},{(weekday + 3) % 7}";
            var schedule = NcrontabSchedule.Parse(text);
            var at = ToyHost.Start.AddMinutes(random.Next(100000));
            var end = at.AddDays(15);
            var expected = new List<DateTimeOffset>();
            for (var each = at.AddMinutes(1); each <= end; each = each.AddMinutes(1))
            {
                if ((each.Minute == minute || each.Minute == (minute + 7) % 60) && each.Hour == hour && ((int)each.DayOfWeek == weekday || (int)each.DayOfWeek == (weekday + 3) % 7)) expected.Add(each);
            }

            var found = new List<DateTimeOffset>();
            while (schedule.Next(at) is { } next && next <= end) found.Add(at = next);
            Assert.True(expected.SequenceEqual(found), $"{text}, seed {Seed}, trial {trial}");
        }
    }

    [Theory]
    [InlineData("0 0 0 30 2 *")]
    [InlineData("0 0 0 31 4,6,9,11 *")]
    public void A_day_that_never_comes_has_no_occurrence(string schedule) => Assert.Null(NcrontabSchedule.Parse(schedule).Next(ToyHost.Start));

    [Theory]
    [InlineData("", "0 fields")]
    [InlineData("* * * *", "4 fields")]
    [InlineData("60 * * * * *", "second")]
    [InlineData("0 * 24 * * *", "hour")]
    [InlineData("0 * * 0 * *", "day")]
    [InlineData("0 * * * XYZ *", "month")]
    [InlineData("0 * * * * 7", "day of week")]
    [InlineData("0 */0 * * * *", "minute")]
    [InlineData("0 5-1 * * * *", "minute")]
    [InlineData("0 1-2-3 * * * *", "minute")]
    [InlineData("0 , * * * *", "minute")]
    [InlineData("0 -1 * * * *", "minute")]
    public void A_faulty_schedule_is_refused_by_the_name_of_its_field(string schedule, string name) =>
        Assert.Contains(name, Assert.Throws<FormatException>(() => NcrontabSchedule.Parse(schedule)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Over_a_year_every_occurrence_fires_once_and_in_order()
    {
        await using var host = await ToyHost.StartAsync(folder.Path, record, typeof(TimerToys));
        await host.AdvanceAsync(TimeSpan.FromDays(365));

        Assert.Equal(365 * 24 * 12, record.Done.Count(each => each.StartsWith("five", StringComparison.Ordinal)));
        Assert.Equal(365, record.Done.Count(each => each.StartsWith("daily", StringComparison.Ordinal)));
        Assert.Equal(["five 09-01T00:05:00", "five 09-01T00:10:00"], record.Done.Take(2));

        // At one instant the order is that of the names: Daily, EveryFiveMinutes.
        Assert.Equal(["five 09-01T02:55:00", "daily 09-01T03:00:00", "five 09-01T03:00:00"], record.Done.Skip(34).Take(3));
        var instants = record.Done.ConvertAll(each => each.Split(' ')[1]);
        var newYear = instants.FindIndex(each => each.StartsWith("01-01", StringComparison.Ordinal));
        Assert.Equal(instants.Take(newYear).Order(StringComparer.Ordinal), instants.Take(newYear));
        Assert.Equal(instants.Skip(newYear).SkipLast(1).Order(StringComparer.Ordinal), instants.Skip(newYear).SkipLast(1));
        Assert.Empty(host.Faults);
    }

    [Fact]
    public async Task Nothing_fires_again_or_is_left_out_when_a_host_is_started_again()
    {
        await using (var host = await ToyHost.StartAsync(folder.Path, record, typeof(TimerToys))) await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        await using (var host = await ToyHost.StartAsync(folder.Path, record, typeof(TimerToys)))
        {
            Assert.Equal(ToyHost.Start.AddMinutes(10), host.Clock.GetUtcNow());
            await host.DrainAsync();
            await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(["five 09-01T00:05:00", "five 09-01T00:10:00", "five 09-01T00:15:00"], record.Done);
    }

    [Fact]
    public async Task What_was_missed_while_the_host_was_down_is_made_up_for_once()
    {
        await using (var host = await ToyHost.StartAsync(folder.Path, record, typeof(TimerToys))) await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        await using (var host = await Mentoring.Local.Hosting.LocalHost.StartAsync(ToyHost.Options(folder.Path, record, typeof(TimerToys)) with { Start = ToyHost.Start.AddMinutes(31) }))
        {
            await host.DrainAsync();
            await host.AdvanceAsync(TimeSpan.FromMinutes(4));
        }

        Assert.Equal(["five 09-01T00:05:00", "five 09-01T00:10:00", "five 09-01T00:31:00 late", "five 09-01T00:35:00"], record.Done);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);
}
