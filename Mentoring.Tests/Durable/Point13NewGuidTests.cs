namespace Mentoring.Tests.Durable;

public sealed class Point13NewGuidTests
{
    [Fact]
    public Task Ids_are_version_5_of_instance_time_and_counter_and_the_same_in_every_replay()
    {
        // Computed apart from this code: uuid5 of "one_2024-09-04T09:00:00.0000000Z_0", then _1.
        string[] expected = ["ae75d2d3-18be-573d-9828-8d13a6041f1d", "30540d4d-f5b6-5166-8ea5-485e1d18478e"];
        var script = new Script().Orchestrator("Main", async context =>
        {
            var first = context.NewGuid();
            await context.CreateTimer(context.CurrentUtcDateTime, CancellationToken.None);
            var second = context.NewGuid();
            await context.WaitForExternalEvent<int>("go");
            return (object?)new[] { first, second };
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            await rig.Engine.RunDueAsync();
            await rig.Client.RaiseEventAsync("one", "go", 1);
            await rig.Engine.RunDueAsync();
            Assert.Equal(expected, (await rig.GetAsync()).ReadOutputAs<List<string>>()!);
        });
    }
}
