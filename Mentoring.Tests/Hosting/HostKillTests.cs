namespace Mentoring.Tests.Hosting;

/// <summary>The whole host dies by SIGKILL, again and again, and everything still happens.</summary>
public sealed class HostKillTests : IDisposable
{
    private const string Diary = "diary";

    private static readonly string[] Expected =
    [
        "step ann 1 of ann at 09-01T00:00",
        "message one 00:00:00",
        "message two 00:00:00",
        "step ann 2 of ann at 09-02T00:00",
        "step ann 3 of ann at 09-03T00:00",
        "arrive 1,2,3,nobody at 09-09T00:00",
    ];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_at_each_step_in_turn_a_host_loses_nothing_and_repeats_only_what_it_died_in()
    {
        // The first life ends within the first step; each later one does that step again and ends within the next.
        var lives = 1;
        Assert.Equal(OwnProcess.Killed, await RunAsync(atStep: 1));
        for (int exit; (exit = await RunAsync(atStep: 2)) != 0;)
        {
            Assert.Equal(OwnProcess.Killed, exit);
            Assert.InRange(++lives, 1, Expected.Length);
        }

        var done = (await File.ReadAllLinesAsync(folder.File(Diary))).Select(line => line.Split(" try ")[0]).ToList();
        Assert.Equal(Expected.Length, lives);
        Assert.Equal(Expected.SelectMany(line => new[] { line, line }), done);
    }

    /// <summary>What the child process does: the same each time, until its n-th entry in the diary is its last.</summary>
    internal static async Task<int> BeKilledAsync(string path, int atStep)
    {
        var steps = 0;
        var record = new ToyRecord
        {
            Within = what =>
            {
                File.AppendAllText(Path.Combine(path, Diary), what + "\n");
                if (++steps == atStep) OwnProcess.Kill();
            },
        };
        await using var host = await ToyHost.StartAsync(Path.Combine(path, "data"), record, typeof(QueueToys), typeof(DurableToys));
        if (host.Clock.GetUtcNow() == ToyHost.Start)
        {
            foreach (var body in new[] { "one", "two" })
            {
                using var sent = await host.Client.PostAsync($"/messages/{body}", new StringContent(body));
                sent.EnsureSuccessStatusCode();
            }

            // A second start of what runs already is refused, which is as good as started.
            if (await host.Durable.Client.GetInstanceAsync("ann") is null)
            {
                using var started = await host.Client.PostAsync("/journeys/ann", null);
                started.EnsureSuccessStatusCode();
            }
        }

        await host.AdvanceToAsync(ToyHost.Start.AddDays(20));
        return 0;
    }

    private Task<int> RunAsync(int atStep) => OwnProcess.RunAsync("host-be-killed", folder.Path, $"{atStep}");
}
