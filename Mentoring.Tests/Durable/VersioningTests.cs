using Mentoring.Local.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Durable;

public sealed class VersioningTests
{
    private static readonly Script s_script = new Script()
        .Orchestrator("Child", context => Task.FromResult<object?>(context.Version))
        .Orchestrator("Main", async context =>
            (object?)$"{context.Version} {context.CompareVersionTo("1.5")} {await context.CallSubOrchestratorAsync<string>("Child")}");

    [Theory]
    [InlineData(null, "1.0 -1 1.0")]
    [InlineData("2.0", "2.0 1 1.0")]
    [InlineData("1.5", "1.5 0 1.0")]
    public Task An_instance_has_the_version_it_was_started_with_or_the_default(string? version, string expected) => Rig.BothAsync(
        s_script,
        async rig =>
        {
            var options = version is null ? new StartOrchestrationOptions("one") : new StartOrchestrationOptions("one") { Version = version };
            await rig.Client.ScheduleNewOrchestrationInstanceAsync("Main", options);
            await rig.Engine.RunDueAsync();
            Assert.Equal(expected, (await rig.GetAsync()).ReadOutputAs<string>());
        },
        new DurableOptions { DefaultVersion = "1.0" });

    [Theory]
    [InlineData(VersionMatch.Strict, "1.0", true)]
    [InlineData(VersionMatch.Strict, "0.9", false)]
    [InlineData(VersionMatch.CurrentOrOlder, "0.9", true)]
    [InlineData(VersionMatch.CurrentOrOlder, "1.1", false)]
    [InlineData(VersionMatch.None, "9.0", true)]
    public async Task A_host_runs_the_versions_it_may_and_fails_or_leaves_the_others(VersionMatch match, string version, bool runs)
    {
        foreach (var failure in (VersionFailure[])[VersionFailure.Reject, VersionFailure.Fail])
        {
            await using var rig = new Rig(s_script, new() { DefaultVersion = "1.0", VersionMatch = match, VersionFailure = failure });
            await rig.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions("one") { Version = version });
            await rig.Engine.RunDueAsync();
            var unlucky = failure == VersionFailure.Fail ? OrchestrationRuntimeStatus.Failed : OrchestrationRuntimeStatus.Pending;
            Assert.Equal(runs ? OrchestrationRuntimeStatus.Completed : unlucky, (await rig.GetAsync()).RuntimeStatus);
        }
    }

    [Fact]
    public Task ContinueAsNew_may_move_to_a_newer_version()
    {
        var script = new Script().Orchestrator("Main", context =>
        {
            if (context.Version == "1.0") context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = "2.0" });
            return Task.FromResult<object?>(context.Version);
        });
        return Rig.BothAsync(
            script,
            async rig => Assert.Equal("2.0", (await rig.PlayAsync("Main")).ReadOutputAs<string>()),
            new DurableOptions { DefaultVersion = "1.0" });
    }
}
