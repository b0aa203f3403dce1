using Mentoring.Local.Durable;
using Microsoft.DurableTask;

namespace Mentoring.Tests.Durable;

public sealed class Point10RetryTests
{
    [Theory]
    [InlineData(1.0, 60, new[] { 0, 10, 20, 30 })]
    [InlineData(2.0, 60, new[] { 0, 10, 30, 70 })]
    [InlineData(2.0, 15, new[] { 0, 10, 25, 40 })]
    public Task Attempts_include_the_first_and_delays_are_durable_timers(double backoff, int longestMinutes, int[] expected)
    {
        List<int> minutes = [];
        Rig? current = null;
        var script = new Script()
            .Activity("Break", _ =>
            {
                minutes.Add((int)(current!.Time.Now - Rig.Start).TotalMinutes);
                throw new FormatException("again");
            })
            .Orchestrator("Main", context => context.CallActivityAsync("Break", null, TaskOptions.FromRetryPolicy(
                new RetryPolicy(4, TimeSpan.FromMinutes(10), backoff, TimeSpan.FromMinutes(longestMinutes)))));
        return Rig.BothAsync(script, async rig =>
        {
            current = rig;
            minutes.Clear();
            var ended = await rig.PlayAsync("Main");
            Assert.Equal(expected, minutes);
            Assert.Contains("again", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
            // Four attempts and three waits, and the timer that the framework sets after the last attempt.
            var actions = RecordedHistory.FromJson(rig.Engine.ExportHistory("one")!).Events.Select(ActionLog.IdOf).OfType<int>();
            Assert.Equal(Enumerable.Range(0, 9), actions);
        });
    }

    [Fact]
    public void A_policys_defaults_are_the_frameworks()
    {
        var policy = new RetryPolicy(3, TimeSpan.FromSeconds(5));
        Assert.Equal((1.0, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan), (policy.BackoffCoefficient, policy.MaxRetryInterval, policy.RetryTimeout));
    }

    [Fact]
    public Task A_later_attempt_may_succeed_and_a_policy_may_refuse_a_failure()
    {
        var attempts = 0;
        var script = new Script()
            .Activity("Flaky", input => ++attempts < 3 ? throw new FormatException("not yet") : "done")
            .Activity("Hopeless", _ => throw new NotSupportedException("never"))
            .Orchestrator("Main", async context =>
            {
                var policy = new RetryPolicy(5, TimeSpan.FromMinutes(1)) { HandleFailure = failure => failure.IsCausedBy<FormatException>() };
                var done = await context.CallActivityAsync<string>("Flaky", null, TaskOptions.FromRetryPolicy(policy));
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Hopeless", null, TaskOptions.FromRetryPolicy(policy)));
                return (object?)done;
            });
        return Rig.BothAsync(script, async rig =>
        {
            attempts = 0;
            Assert.Equal("done", (await rig.PlayAsync("Main")).ReadOutputAs<string>());
            Assert.Equal(4, script.Calls.Count);
        });
    }

    [Fact]
    public Task A_policy_gives_up_when_its_time_is_over()
    {
        var script = new Script()
            .Activity("Break", _ => throw new FormatException("again"))
            .Orchestrator("Main", context => context.CallActivityAsync("Break", null, TaskOptions.FromRetryPolicy(
                new RetryPolicy(100, TimeSpan.FromMinutes(10), retryTimeout: TimeSpan.FromMinutes(25)))));
        return Rig.BothAsync(script, async rig =>
        {
            await rig.PlayAsync("Main");
            Assert.Equal(4, script.Calls.Count);
        });
    }

    [Fact]
    public Task A_handler_decides_attempt_by_attempt()
    {
        List<string> asked = [];
        var script = new Script()
            .Activity("Break", _ => throw new FormatException("again"))
            .Orchestrator("Main", context =>
            {
                asked.Clear();
                return context.CallActivityAsync("Break", null, TaskOptions.FromRetryHandler(async retry =>
                {
                    asked.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime.TotalHours}");
                    await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                    return retry.LastAttemptNumber < 3;
                }));
            });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.PlayAsync("Main");
            Assert.Equal(["1 again 0", "2 again 1", "3 again 2"], asked);
        });
    }
}
