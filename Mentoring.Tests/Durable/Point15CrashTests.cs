using Mentoring.Local.Storage;

namespace Mentoring.Tests.Durable;

public sealed class Point15CrashTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentoring-engine-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Durability.Process)]
    [InlineData(Durability.None)]
    public async Task Abandoned_before_any_step_of_the_store_it_goes_on_where_it_was(Durability durability)
    {
        var undisturbed = await Endurance.TellAsync(NewFile(), Endurance.Script(_ => { }), probe: null);
        Assert.Contains(Endurance.Result, undisturbed, StringComparison.Ordinal);

        for (var step = 1; ; step++)
        {
            var path = NewFile();
            List<string> acts = [];
            var script = Endurance.Script(acts.Add);
            var steps = 0;
            try
            {
                await Endurance.TellAsync(path, script, _ =>
                {
                    if (++steps == step) throw new DeadException();
                }, durability);
                Assert.True(step > 50, "The story has more steps than that.");
                return;
            }
            catch (DeadException)
            {
                // As if the process had ended here.
            }

            Assert.Equal(undisturbed, await Endurance.TellAsync(path, script, probe: null));
            Assert.Equal(["\"0\"", "\"1\"", "\"2\"", "\"7\""], acts.Distinct().Order());
        }
    }

    [Theory]
    [InlineData(Durability.Process)]
    [InlineData(Durability.None)]
    public async Task An_engine_that_could_not_write_for_a_while_goes_on_from_what_is_stored(Durability durability)
    {
        var steps = 0;
        var failAt = 0;
        await using var rig = new Rig(Endurance.Script(_ => { }), new()
        {
            Path = NewFile(),
            Durability = durability,
            Probe = _ =>
            {
                if (++steps == failAt) throw new IOException("disk full");
            },
        });
        await rig.StartAsync("Main");
        var failures = 0;
        do
        {
            failAt = steps + 4;
            try
            {
                await rig.RunToEndAsync();
            }
            catch (IOException)
            {
                failures++;
                // Every other attempt gets further.
                failAt = 0;
                await rig.Engine.RunDueAsync();
            }
        }
        while (rig.Engine.NextDue is not null);
        failAt = 0;
        await rig.Client.RaiseEventAsync("one", "go", "go");
        await rig.Engine.RunDueAsync();
        Assert.Equal(Endurance.Result, (await rig.GetAsync()).ReadOutputAs<string>());
        Assert.True(failures > 2, $"{failures} failures");
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public async Task A_process_killed_at_random_moments_again_and_again_comes_to_the_same_end(int seed)
    {
        var undisturbed = await Endurance.TellAsync(NewFile(), Endurance.Script(_ => { }), probe: null);
        var random = new Random(seed);
        var path = NewFile();
        for (var life = 1; life <= 100; life++)
        {
            var (exit, output) = await OwnProcess.TellAsync("be-killed", path, $"{random.Next(8, 40)}");
            Assert.True(exit is 0 or OwnProcess.Killed, $"Seed {seed}: exit code {exit}.");
            if (exit != 0) continue;
            Assert.True(life > 1, $"Seed {seed}: it was never killed.");
            Assert.Equal(undisturbed, output);
            return;
        }

        Assert.Fail($"Seed {seed}: it did not come to an end.");
    }

    /// <summary>A process of its own that kills itself, as the system would, at a step of the store.</summary>
    internal static async Task<int> BeKilledAsync(string path, int atStep)
    {
        var steps = 0;
        Console.Write(await Endurance.TellAsync(path, Endurance.Script(_ => { }), _ =>
        {
            if (++steps == atStep) OwnProcess.Kill();
        }));
        return 0;
    }

    private string NewFile() => Path.Combine(_folder, $"{Guid.NewGuid():N}.db");

    private sealed class DeadException : Exception;
}
