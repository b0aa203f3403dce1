using System.Runtime.CompilerServices;
using Mentoring.Functions.Ledger;
using Mentoring.Local.Queues;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Ledger;

/// <summary>The ledger in a SQLite file, the only one on its store. Lists and journals are read in pages, so no reader holds back the write-ahead log.</summary>
/// <param name="queue">The queue in the same store, to which a change's messages go in the same transaction; null leaves them to the caller.</param>
public sealed class SqliteLedger(SqliteStore store, SqliteQueue? queue = null) : ILedger
{
    private const int Page = 500;
    private const int FirstPage = 125;

    private readonly EarliestDue earliest = new();
    private readonly RecentRows recent = new(RowsAtHand(store.Durability));
    private readonly ShortLists lists = new();
    private readonly MailOrders mails = new(store);

    /// <summary>A round's mails by when they last moved.</summary>
    internal MailOrder MailsOf(string round) => mails.Of(round);

    public ValueTask<LedgerRow?> ReadAsync(RowKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LedgerGuard.Check(key);
        return new(recent.Get(key, Look));
    }

    public ValueTask<LedgerRow?> FindAsync(string kind, string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(store.Read(session => session[LedgerSql.FindRow].With(kind).With(id).First(LedgerRows.Read)));
    }

    public IAsyncEnumerable<LedgerRow> ListAsync(string? partition, string kind, CancellationToken cancellation) =>
        partition is null ? ListAllAsync(kind, cancellation) : ListPartitionAsync(partition, kind, cancellation);

    public async IAsyncEnumerable<LedgerRow> DueAsync(DateTimeOffset until, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        cancellation.ThrowIfCancellationRequested();
        await ValueTask.CompletedTask;
        if (earliest.IsAfter(until, LookForEarliest)) yield break;
        foreach (var row in store.Read(session => session[LedgerSql.DueRows].With(until).With(limit).All(LedgerRows.Read))) yield return row;
    }

    public async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LedgerGuard.Check(change);
        try
        {
            await store.WriteAsync(session => Write(session, change), number => Committed(change, number));
            return new CommitOutcome.Committed(MessagesSent: queue is not null);
        }
        catch (LostRaceException lost)
        {
            return new CommitOutcome.Conflict(lost.Key);
        }
    }

    public async IAsyncEnumerable<JournalEntry> JournalAsync(string partition, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await ValueTask.CompletedTask;
        // The desk shows fewer at a time than the first page has; who reads all soon has large ones.
        var limit = FirstPage;
        List<JournalEntry> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = store.Read(session => session[LedgerSql.Entries].With(partition).With(after).With(limit).All(row => LedgerRows.ReadEntry(partition, row)));
            foreach (var entry in page) yield return entry;
            if (page.Count < limit) break;
            (after, limit) = (page[^1].Number, Page);
        }
        while (true);
    }

    public ValueTask<long> JournalHeadAsync(string partition, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(store.Read(session => session[LedgerSql.JournalTail].With(partition).Number() ?? 0));
    }

    public ValueTask<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(store.Read(session => session[LedgerSql.Partitions].All(row => row.Text(0))));
    }

    public ValueTask CheckAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        store.Read(session => session["SELECT count(*) FROM (SELECT 1 FROM rows LIMIT 1)"].Number());
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<LedgerRow> ListAllAsync(string kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (lists.Find(kind, out var seen) is { } known)
        {
            foreach (var row in known) yield return row;
            yield break;
        }

        var rows = new List<LedgerRow>();
        foreach (var partition in await PartitionsAsync(cancellation))
        {
            await foreach (var row in ListPartitionAsync(partition, kind, cancellation))
            {
                if (rows.Count <= ShortLists.Longest) rows.Add(row);
                yield return row;
            }
        }

        lists.Keep(kind, rows, seen);
    }

    private async IAsyncEnumerable<LedgerRow> ListPartitionAsync(string partition, string kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await ValueTask.CompletedTask;
        var last = "";
        List<LedgerRow> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = store.Read(session => session[LedgerSql.ListRows].With(partition).With(kind).With(last).With(Page).All(LedgerRows.Read));
            foreach (var row in page) yield return recent.Known(row);
            if (page.Count > 0) last = page[^1].Key.Id;
        }
        while (page.Count == Page);
    }

    /// <summary>A year in a minute asks again for what it wrote months ago; in real time, what is kept long is only memory for the collector to walk.</summary>
    private static int RowsAtHand(Durability durability) => durability == Durability.None ? 20_000 : 1_000;

    private LedgerRow? Look(RowKey key) => store.Read(session => session[LedgerSql.ReadRow].At(key).First(LedgerRows.Read));

    private DateTimeOffset? LookForEarliest() =>
        store.Read(session => session[LedgerSql.EarliestDue].Number()) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private long Write(Session session, LedgerChange change)
    {
        var number = LedgerCommit.Write(session, change);
        if (number == 0 || queue is null) return number;
        foreach (var message in change.Messages) queue.Send(session, message);
        return number;
    }

    private void Committed(LedgerChange change, long number)
    {
        if (number == 0) return;
        recent.Take(change, number);
        lists.Take(change);
        mails.Take(change, number);
        earliest.Forget();
        if (change.Messages.Count > 0) queue?.HasSent();
    }
}
