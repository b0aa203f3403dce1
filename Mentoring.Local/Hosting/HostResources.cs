using Mentoring.Functions.Ledger;
using Mentoring.Local.Durable;
using Mentoring.Local.Ledger;
using Mentoring.Local.Mail;
using Mentoring.Local.Queues;
using Mentoring.Local.Storage;
using Mentoring.Local.Time;

namespace Mentoring.Local.Hosting;

/// <summary>What a host holds open: the data folder, its clock and its stores.</summary>
internal sealed class HostResources : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly SqliteStore store;

    private HostResources(DataFolder folder, VirtualClock clock, SqliteStore store, DurableEngine engine)
    {
        (this.folder, this.store, Clock, Engine) = (folder, store, clock, engine);
        Mailbox = new SqliteMailbox(store, clock);
        Queue = new SqliteQueue(store, clock, Signal);
        Ledger = new SqliteLedger(store, Queue);
    }

    public VirtualClock Clock { get; }

    public ILedger Ledger { get; }

    public SqliteMailbox Mailbox { get; }

    public SqliteQueue Queue { get; }

    public DurableEngine Engine { get; }

    public WorkSignal Signal { get; } = new();

    public static async Task<HostResources> OpenAsync(LocalHostOptions options, IDurableFunctions functions)
    {
        // Opened in this order and, where one is refused, closed again in the opposite one.
        var opened = new Stack<IDisposable>();
        try
        {
            var folder = new DataFolder(options.DataFolder);
            opened.Push(folder);
            var store = SqliteStore.Open(folder.File(MentoringDatabase.FileName), MentoringDatabase.Schema, options.Durability);
            opened.Push(store);
            var clock = new VirtualClock(folder.Path, options.Live, options.Start, gathers: options.Durability == Durability.None);
            opened.Push(clock);
            var engine = new DurableEngine(functions, options.Durable with
            {
                Path = folder.File("durable.db"),
                Durability = options.Durability,
                Time = clock,
            });
            var resources = new HostResources(folder, clock, store, engine);
            await resources.Queue.ReleaseLocksAsync();
            return resources;
        }
        catch
        {
            while (opened.TryPop(out var each)) each.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        store.Dispose();
        Clock.Dispose();
        Signal.Dispose();
        folder.Dispose();
    }
}
