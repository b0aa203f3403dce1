using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>The ledger in one Azure table: a partition is a round, a commit an entity-group transaction in it.</summary>
/// <remarks>
/// Links and people are found by rows of their own whose ids are the hashes of a token or an address; they lie in the round, so they are
/// written with what they stand for. Operations' rows stay until they are pruned, as the proof that an
/// operation was committed.
/// </remarks>
public sealed class TablesLedger : ILedger
{
    /// <summary>The most that the service gives at once.</summary>
    private const int Page = 1000;

    private readonly TableCalls _calls;
    private readonly StagedChange _staged;
    private readonly TableCommit _commit;
    private readonly TableTraces _traces;
    private readonly ConcurrentDictionary<string, PartitionDesk> _desks = new(StringComparer.Ordinal);

    /// <summary>Partitions ever met. None ever goes; a round that is new elsewhere is looked for when something is not found.</summary>
    private IReadOnlyList<string> _known = [];

    public TablesLedger(TableClient table, TablesPatience patience)
    {
        _calls = new TableCalls(table, patience);
        _staged = new StagedChange(_calls);
        _commit = new TableCommit(_calls, _staged);
        _traces = new TableTraces(_calls, _staged);
    }

    public async ValueTask<LedgerRow?> ReadAsync(RowKey key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LedgerGuard.Check(key);
        return await _calls.ReadAsync(TableKeys.Partition(key.Partition), TableKeys.Row(key.Kind, key.Id), cancellation) is { } entity
            ? LedgerEntities.Row(key.Partition, key.Kind, entity)
            : null;
    }

    public async ValueTask<LedgerRow?> FindAsync(string kind, string id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var known = _known;
        if (await FindInAsync(known, kind, id, cancellation) is { } row)
            return row;
        var all = _known = await ListedAsync(cancellation);
        return await FindInAsync(all.Except(known), kind, id, cancellation);
    }

    public async IAsyncEnumerable<LedgerRow> ListAsync(string? partition, string kind, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var partitions = partition is null ? await ListedAsync(cancellation) : [partition];
        foreach (var each in partitions)
        {
            await _staged.HeadAsync(each, cancellation);
            await foreach (var entity in _calls.RangeAsync(TableKeys.Partition(each), TableKeys.RowsOf(kind), null, cancellation))
                yield return LedgerEntities.Row(each, kind, entity);
        }
    }

    public async IAsyncEnumerable<LedgerRow> DueAsync(DateTimeOffset until, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (limit == 0)
            yield break;
        var due = new List<(RowKey Key, long Ticks)>();
        foreach (var partition in await ListedAsync(cancellation))
        {
            await _staged.HeadAsync(partition, cancellation);
            await foreach (var entity in _calls.RangeAsync(TableKeys.Partition(partition), TableKeys.DueUntil(until.UtcTicks), Math.Min(limit, Page), cancellation).Take(limit).WithCancellation(cancellation))
                due.Add(LedgerEntities.DuePointer(partition, entity));
        }

        var earliest = due.OrderBy(row => row.Ticks).ThenBy(row => row.Key.Partition, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Kind, StringComparer.Ordinal).ThenBy(row => row.Key.Id, StringComparer.Ordinal).Take(limit);
        foreach (var (key, ticks) in earliest)
        {
            // Whatever has moved since is due no more, or another time.
            if (await ReadAsync(key, cancellation) is { } row && row.DueAt?.UtcTicks == ticks)
                yield return row;
        }
    }

    public async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        LedgerGuard.Check(change);
        var desk = _desks.GetOrAdd(change.Partition, static _ => new PartitionDesk());
        return await desk.InTurnAsync(() => _commit.CommitAsync(desk, change, cancellation), cancellation);
    }

    public async IAsyncEnumerable<JournalEntry> JournalAsync(string partition, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await _staged.HeadAsync(partition, cancellation);
        await foreach (var entity in _calls.RangeAsync(TableKeys.Partition(partition), TableKeys.EntriesAfter(after), null, cancellation))
            yield return LedgerEntities.Entry(partition, entity);
    }

    public async ValueTask<long> JournalHeadAsync(string partition, CancellationToken cancellation) =>
        (await _staged.HeadAsync(partition, cancellation)).Number;

    public async ValueTask<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation)
    {
        var listed = await ListedAsync(cancellation);
        var held = await Task.WhenAll(listed.Select(partition => HoldsRowsAsync(partition, cancellation)));
        return [.. listed.Where((_, number) => held[number])];
    }

    public async ValueTask<int> PruneAsync(DateTimeOffset before, int atMost, CancellationToken cancellation)
    {
        var removed = 0;
        foreach (var partition in await ListedAsync(cancellation))
            removed += await _traces.RemoveAsync(partition, before, atMost - removed, cancellation);
        return removed;
    }

    public async ValueTask CheckAsync(CancellationToken cancellation) => await _calls.ReadAsync(TableKeys.Registry, TableKeys.Head, cancellation);

    private async Task<LedgerRow?> FindInAsync(IEnumerable<string> partitions, string kind, string id, CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(partitions.Select(partition => ReadAsync(new RowKey(partition, kind, id), cancellation).AsTask()));
        return rows.FirstOrDefault(row => row is not null);
    }

    private async Task<bool> HoldsRowsAsync(string partition, CancellationToken cancellation) =>
        await _calls.RangeAsync(TableKeys.Partition(partition), TableKeys.AllRows, 1, cancellation).AnyAsync(cancellation);

    private async Task<IReadOnlyList<string>> ListedAsync(CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var entity in _calls.RangeAsync(TableKeys.Registry, ("", "~~~~"), null, cancellation))
            names.Add(entity.GetString("Name"));
        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
