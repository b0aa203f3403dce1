using Mentoring.Functions.Ledger.Tables;
using Mentoring.Functions.Mail.Pacing;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Durable;
using Mentoring.Tests.Ledger.Tables;

namespace Mentoring.Tests.Mail;

public sealed class MailPaceTests
{
    private static readonly DateTimeOffset Start = new(2024, 9, 30, 11, 10, 0, TimeSpan.Zero);

    private readonly InMemoryTable table = new(new TableFaults(seed: 3, rate: 0.1));
    private readonly ManualTime time = new(Start);

    [Theory]
    [InlineData(30, 100)]
    [InlineData(1, 1)]
    [InlineData(2, 15)]
    [InlineData(50, 10)]
    public async Task No_minute_and_no_hour_takes_more_than_its_quota_over_all_instances(int perMinute, int perHour)
    {
        var instances = Enumerable.Range(0, 3).Select(_ => Pace(perMinute, perHour)).ToList();
        var chance = new Random(perMinute + perHour);
        var turns = new List<DateTimeOffset>();
        for (var mail = 0; mail < 400; mail++)
        {
            turns.Add(await instances[chance.Next(3)].ReserveAsync(default));
            if (chance.Next(20) == 0) time.Now += TimeSpan.FromMinutes(chance.Next(90));
        }

        Assert.Equal(turns.Order(), turns);
        foreach (var (limit, length) in new[] { (perMinute, TimeSpan.FromMinutes(1)), (perHour, TimeSpan.FromHours(1)) })
            Assert.All(turns, from => Assert.InRange(turns.Count(turn => turn >= from && turn < from + length), 1, limit));
    }

    [Fact]
    public async Task Four_hundred_mails_take_little_more_than_the_quota_asks()
    {
        var pace = Pace(30, 100);
        Assert.Equal(Start, await pace.ReserveAsync(default));
        var last = Start;
        for (var mail = 1; mail < 400; mail++) last = await pace.ReserveAsync(default);
        Assert.InRange(last - Start, TimeSpan.FromHours(3), TimeSpan.FromHours(4.5));
    }

    [Fact]
    public async Task Asked_to_leave_it_alone_nobody_goes_before_that()
    {
        var pace = Pace(30, 100);
        var again = await pace.ReserveAfterAsync(TimeSpan.FromMinutes(7), default);
        Assert.Equal(Start.AddMinutes(7), again);
        Assert.True(await Pace(30, 100).ReserveAsync(default) >= Start.AddMinutes(7));

        time.Now += TimeSpan.FromMinutes(8);
        Assert.Equal(time.Now, await pace.ReserveAsync(default));
    }

    private MailPace Pace(int perMinute, int perHour) =>
        new(new TablesLedger(table, TablesLedgerTests.Patience), new MailQuota(perMinute, perHour), new CryptographicIdentifiers(), time);
}
