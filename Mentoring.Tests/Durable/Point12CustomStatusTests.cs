namespace Mentoring.Tests.Durable;

public sealed class Point12CustomStatusTests
{
    [Fact]
    public Task The_turns_last_value_counts_and_null_clears()
    {
        var script = new Script().Orchestrator("Main", async context =>
        {
            context.SetCustomStatus("first");
            context.SetCustomStatus(new { stage = "second" });
            await context.WaitForExternalEvent<int>("go");
            await context.WaitForExternalEvent<int>("go");
            context.SetCustomStatus(null);
            await context.WaitForExternalEvent<int>("go");
        });
        return Rig.BothAsync(script, async rig =>
        {
            await rig.StartAsync("Main");
            foreach (var expected in (string?[])["{\"stage\":\"second\"}", "{\"stage\":\"second\"}", null])
            {
                await rig.Engine.RunDueAsync();
                Assert.Equal(expected, (await rig.GetAsync()).SerializedCustomStatus);
                await rig.Client.RaiseEventAsync("one", "go", 1);
            }
        });
    }

    [Theory]
    [InlineData(8190, true)]
    [InlineData(8191, false)]
    public Task It_takes_16_KB(int letters, bool fits)
    {
        var script = new Script().Orchestrator("Main", context =>
        {
            var status = new string('a', letters);
            if (fits) context.SetCustomStatus(status);
            else Assert.Throws<ArgumentException>(() => context.SetCustomStatus(status));
            return Task.CompletedTask;
        });
        return Rig.BothAsync(script, async rig =>
        {
            var ended = await rig.PlayAsync("Main");
            Assert.Null(ended.FailureDetails);
            Assert.Equal(fits, ended.SerializedCustomStatus is not null);
        });
    }
}
