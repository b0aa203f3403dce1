using Microsoft.DurableTask.Client;

namespace Mentoring.Local.Durable;

/// <summary>
/// Runs orchestrations and activities with the semantics of the Durable Task framework on one SQLite file. Killed at
/// any moment and opened again it goes on where it was: turns happen once, activities at least once. The same holds
/// when the file cannot be written for a while: the call throws, and a later one goes on from what is stored.
/// Either call <see cref="RunDueAsync"/> whenever the clock has moved, or let <see cref="RunAsync"/> run; never both at once.
/// </summary>
public sealed class DurableEngine : IAsyncDisposable
{
    private readonly TaskHub _hub;
    private readonly Dispatcher _dispatcher;

    /// <exception cref="DurableStoreException">The file cannot be used.</exception>
    public DurableEngine(IDurableFunctions functions, DurableOptions options)
    {
        _hub = new TaskHub(options);
        _dispatcher = new Dispatcher(_hub, functions);
        Client = new LocalDurableClient(_hub, _dispatcher);
    }

    public DurableTaskClient Client { get; }

    /// <summary>When something is to be done next; in the past where it is due, null where all waits are for events.</summary>
    public DateTimeOffset? NextDue => _dispatcher.NextDue is { } due ? new DateTimeOffset(due, TimeSpan.Zero) : null;

    /// <summary>
    /// Does everything that is due now, one thing after the other and always in the same order, and returns when only
    /// the clock or an event can bring more.
    /// </summary>
    /// <returns>True where anything was due.</returns>
    public Task<bool> RunDueAsync(CancellationToken cancellation = default) => _dispatcher.RunDueAsync(cancellation);

    /// <summary>Works in the background until cancelled: on new work, and when the next timer is due.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var loop = new LiveLoop(_hub, _dispatcher);
        await loop.RunAsync(stopping);
    }

    /// <summary>Tells a running loop that the clock was moved by hand.</summary>
    public void Wake() => _dispatcher.Wake();

    /// <summary>The history of the instance's current execution as JSON; null where there is no such instance.</summary>
    public string? ExportHistory(string instanceId) => _hub.Read(hub => hub.Find(instanceId) is { } instance
        ? new RecordedHistory(instance.Id, instance.Name, instance.ExecutionNumber, hub.Store.History.Read(instanceId)).ToJson()
        : null);

    public ValueTask DisposeAsync()
    {
        lock (_hub.Gate) _hub.Dispose();
        return ValueTask.CompletedTask;
    }
}
