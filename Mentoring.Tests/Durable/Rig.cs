using Mentoring.Local.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Durable;

/// <summary>An engine on a clock that the test moves.</summary>
internal sealed class Rig : IAsyncDisposable
{
    internal static readonly DateTimeOffset Start = new(2024, 9, 4, 9, 0, 0, TimeSpan.Zero);

    internal Rig(Script script, DurableOptions? options = null)
    {
        Script = script;
        Options = (options ?? new DurableOptions()) with { Time = Time, Logging = options?.Logging ?? NullLoggerFactory.Instance };
        Engine = new DurableEngine(script, Options);
    }

    internal ManualTime Time { get; } = new(Start);

    internal Script Script { get; }

    internal DurableOptions Options { get; }

    internal DurableEngine Engine { get; private set; }

    internal DurableTaskClient Client => Engine.Client;

    /// <summary>Both ways a turn can begin: from the replayed history, and from where the last turn stopped.</summary>
    internal static async Task BothAsync(Script script, Func<Rig, Task> test, DurableOptions? options = null)
    {
        foreach (var replayEveryTurn in (bool[])[true, false])
        {
            script.Calls.Clear();
            await using var rig = new Rig(script, (options ?? new DurableOptions()) with { ReplayEveryTurn = replayEveryTurn });
            await test(rig);
        }
    }

    internal Task<string> StartAsync(string name, object? input = null, string id = "one") =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id));

    internal async Task<OrchestrationMetadata> GetAsync(string id = "one") =>
        await Client.GetInstanceAsync(id, getInputsAndOutputs: true) ?? throw new InvalidOperationException($"There is no instance {id}.");

    /// <summary>Starts an instance and gives the clock as much time as it needs.</summary>
    internal async Task<OrchestrationMetadata> PlayAsync(string name, object? input = null)
    {
        await StartAsync(name, input);
        await RunToEndAsync();
        return await GetAsync();
    }

    internal async Task RunToEndAsync()
    {
        await Engine.RunDueAsync();
        while (Engine.NextDue is { } due) await RunUntilAsync(due);
    }

    /// <summary>Moves the clock to each due time on the way.</summary>
    internal async Task RunUntilAsync(DateTimeOffset until)
    {
        await Engine.RunDueAsync();
        while (Engine.NextDue is { } due && due <= until)
        {
            if (due > Time.Now) Time.Now = due;
            await Engine.RunDueAsync();
        }

        if (until > Time.Now) Time.Now = until;
        await Engine.RunDueAsync();
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
