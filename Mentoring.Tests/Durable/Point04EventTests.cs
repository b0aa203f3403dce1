using Mentoring.Local.Durable;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class Point04EventTests
{
    [Fact]
    public Task Unclaimed_events_wait_in_the_order_they_came_whatever_the_case_of_their_name()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            List<int> taken = [];
            for (var wait = 0; wait < 3; wait++) taken.Add(await context.WaitForExternalEvent<int>("Reply"));
            return (object?)taken;
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            foreach (var (name, value) in ((string, int)[])[("reply", 1), ("REPLY", 2), ("Reply", 3)]) await rig.Client.RaiseEventAsync("one", name, value);
            await rig.RunToEndAsync();
            Assert.Equal([1, 2, 3], (await rig.GetAsync()).ReadOutputAs<List<int>>()!);
        });
    }

    [Fact]
    public Task One_event_completes_one_wait_and_the_newest_takes_it()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            var older = context.WaitForExternalEvent<string>("reply");
            var newer = context.WaitForExternalEvent<string>("reply");
            return (object?)(await Task.WhenAll(older, newer));
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "reply", "first");
            await rig.Engine.RunDueAsync();
            Assert.True((await rig.GetAsync()).IsRunning);
            await rig.Client.RaiseEventAsync("one", "reply", "second");
            await rig.Engine.RunDueAsync();
            Assert.Equal(["second", "first"], (await rig.GetAsync()).ReadOutputAs<List<string>>()!);
        });
    }

    [Fact]
    public Task A_second_wait_for_the_same_name_as_another_type_is_refused()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            _ = context.WaitForExternalEvent<int>("reply");
            var refused = await Assert.ThrowsAsync<ArgumentException>(() => context.WaitForExternalEvent<string>("REPLY"));
            return (object?)refused.Message;
        });
        return Rig.BothAsync(script, async rig => Assert.Contains("System.Int32", (await rig.PlayAsync("Main")).ReadOutputAs<string>(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CancelledWait.EatsNextEvent, "second")]
    [InlineData(CancelledWait.LeavesEventBuffered, "first")]
    public Task A_cancelled_wait_eats_the_next_event_or_leaves_it_as_the_host_is_set(CancelledWait cancelled, string expected)
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("reply", TimeSpan.FromHours(1)));
            await context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None);
            return (object?)await context.WaitForExternalEvent<string>("reply");
        });
        return Rig.BothAsync(
            script,
            async rig =>
            {
                await rig.StartAsync("Main");
                await rig.RunUntilAsync(Rig.Start.AddHours(2));
                await rig.Client.RaiseEventAsync("one", "reply", "first");
                await rig.RunUntilAsync(Rig.Start.AddHours(4));
                await rig.Client.RaiseEventAsync("one", "reply", "second");
                await rig.RunToEndAsync();
                Assert.Equal(expected, (await rig.GetAsync()).ReadOutputAs<string>());
            },
            new DurableOptions { CancelledWaits = cancelled });
    }

    [Theory]
    [InlineData(CancelledWait.EatsNextEvent)]
    [InlineData(CancelledWait.LeavesEventBuffered)]
    public Task A_newer_wait_takes_the_event_before_a_cancelled_one(CancelledWait cancelled)
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("reply", TimeSpan.FromHours(1)));
            return (object?)await context.WaitForExternalEvent<string>("reply");
        });
        return Rig.BothAsync(
            script,
            async rig =>
            {
                await rig.StartAsync("Main");
                await rig.RunUntilAsync(Rig.Start.AddHours(2));
                await rig.Client.RaiseEventAsync("one", "reply", "it");
                await rig.RunToEndAsync();
                Assert.Equal("it", (await rig.GetAsync()).ReadOutputAs<string>());
            },
            new DurableOptions { CancelledWaits = cancelled });
    }

    [Fact]
    public Task An_event_in_time_cancels_the_timeouts_timer_and_the_instance_ends_at_once()
    {
        var script = new Script().Orchestrator("Main", async context =>
            (object?)await context.WaitForExternalEvent<string>("reply", TimeSpan.FromDays(2)));
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "reply", "yes");
            await rig.Engine.RunDueAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await rig.GetAsync()).RuntimeStatus);
            Assert.Null(rig.Engine.NextDue);
        });
    }

    [Theory]
    [InlineData(MissingTarget.Dropped)]
    [InlineData(MissingTarget.Throws)]
    public async Task An_event_to_nobody_is_dropped_or_throws_as_the_host_is_set(MissingTarget missing)
    {
        await using var rig = new Rig(new Script().Orchestrator("Main", _ => Task.CompletedTask), new() { MissingTargets = missing });
        await rig.PlayAsync("Main");
        foreach (var target in (string[])["one", "nobody"])
        {
            var raising = rig.Client.RaiseEventAsync(target, "reply", 1);
            if (missing == MissingTarget.Throws) await Assert.ThrowsAsync<InvalidOperationException>(() => raising);
            else await raising;
        }

        Assert.False(await rig.Engine.RunDueAsync());
    }
}
