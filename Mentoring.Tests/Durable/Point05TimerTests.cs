using Mentoring.Local.Durable;

namespace Mentoring.Tests.Durable;

public sealed class Point05TimerTests
{
    [Theory]
    [InlineData(-48)]
    [InlineData(0)]
    public Task A_past_time_fires_at_once(int hours)
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddHours(hours), CancellationToken.None);
            return (object?)context.CurrentUtcDateTime;
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            Assert.Equal(Rig.Start.UtcDateTime, (await rig.GetAsync()).ReadOutputAs<DateTime>());
        });
    }

    [Theory]
    [InlineData(72, 1)]
    [InlineData(73, 2)]
    [InlineData(24 * 7, 3)]
    [InlineData(24 * 365, 122)]
    public Task A_wait_longer_than_three_days_is_a_chain_and_each_link_takes_an_action_id(int hours, int links)
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None);
            return (object?)context.CurrentUtcDateTime;
        });
        return Rig.BothAsync(script, async rig =>
        {
            var ended = await rig.PlayAsync("Main");
            Assert.Equal(Rig.Start.UtcDateTime.AddHours(hours), ended.ReadOutputAs<DateTime>());
            var timers = RecordedHistory.FromJson(rig.Engine.ExportHistory("one")!).Events.OfType<HistoryEvent.TimerCreated>().ToList();
            Assert.Equal(Enumerable.Range(0, links), timers.Select(timer => timer.Id));
        });
    }

    [Fact]
    public async Task Between_timers_nothing_is_due()
    {
        var script = new Script().Orchestrator("Main", context => context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None));
        await using var rig = new Rig(script);
        await rig.StartAsync("Main");
        Assert.True(await rig.Engine.RunDueAsync());
        Assert.Equal(Rig.Start.AddDays(2), rig.Engine.NextDue);
        rig.Time.Now = Rig.Start.AddDays(2).AddTicks(-1);
        Assert.False(await rig.Engine.RunDueAsync());
        rig.Time.Now = Rig.Start.AddDays(2);
        Assert.True(await rig.Engine.RunDueAsync());
        Assert.Null(rig.Engine.NextDue);
    }

    [Fact]
    public Task Cancelling_a_chain_ends_the_wait_at_any_link()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var longWait = context.CreateTimer(TimeSpan.FromDays(100), cancel.Token);
            await context.WaitForExternalEvent<int>("enough");
            cancel.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => longWait);
            return (object?)context.CurrentUtcDateTime;
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.RunUntilAsync(Rig.Start.AddDays(10));
            await rig.Client.RaiseEventAsync("one", "enough", 1);
            await rig.RunToEndAsync();
            Assert.Equal(Rig.Start.UtcDateTime.AddDays(10), (await rig.GetAsync()).ReadOutputAs<DateTime>());
        });
    }
}
