using System.Runtime.CompilerServices;
using Mentoring.Functions.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Ledger;

/// <summary>The ledger in a SQLite file. Lists and journals are read in pages, so no reader holds back the write-ahead log.</summary>
public sealed class SqliteLedger(SqliteStore store) : ILedger
{
    private const int Page = 500;

    private readonly EarliestDue earliest = new();

    public ValueTask<LedgerRow?> ReadAsync(RowKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LedgerGuard.Check(key);
        return new(store.Read(session => session[LedgerSql.ReadRow].At(key).First(LedgerRows.Read)));
    }

    public ValueTask<LedgerRow?> FindAsync(string kind, string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(store.Read(session => session[LedgerSql.FindRow].With(kind).With(id).First(LedgerRows.Read)));
    }

    public async IAsyncEnumerable<LedgerRow> ListAsync(string? partition, string kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var partitions = partition is null ? await PartitionsAsync(cancellation) : [partition];
        foreach (var each in partitions)
        {
            var last = "";
            List<LedgerRow> page;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                page = store.Read(session => session[LedgerSql.ListRows].With(each).With(kind).With(last).With(Page).All(LedgerRows.Read));
                foreach (var row in page) yield return row;
                if (page.Count > 0) last = page[^1].Key.Id;
            }
            while (page.Count == Page);
        }
    }

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
        var outcome = await store.WriteAsync(session => LedgerCommit.Write(session, change));
        earliest.Forget();
        return outcome;
    }

    public async IAsyncEnumerable<JournalEntry> JournalAsync(string partition, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await ValueTask.CompletedTask;
        List<JournalEntry> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = store.Read(session => session[LedgerSql.Entries].With(partition).With(after).With(Page).All(row => LedgerRows.ReadEntry(partition, row)));
            foreach (var entry in page) yield return entry;
            if (page.Count > 0) after = page[^1].Number;
        }
        while (page.Count == Page);
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

    private DateTimeOffset? LookForEarliest() =>
        store.Read(session => session[LedgerSql.EarliestDue].Number()) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
