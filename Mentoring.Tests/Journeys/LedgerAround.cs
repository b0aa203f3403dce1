using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Journeys;

/// <summary>A ledger around another, for tests that step in where it is written or read.</summary>
internal abstract class LedgerAround(ILedger inner) : ILedger
{
    public virtual ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation) => inner.CommitAsync(change, cancellation);

    public ValueTask<LedgerRow?> ReadAsync(RowKey key, CancellationToken cancellation) => inner.ReadAsync(key, cancellation);

    public ValueTask<LedgerRow?> FindAsync(string kind, string id, CancellationToken cancellation) => inner.FindAsync(kind, id, cancellation);

    public virtual IAsyncEnumerable<LedgerRow> ListAsync(string? partition, string kind, CancellationToken cancellation) => inner.ListAsync(partition, kind, cancellation);

    public IAsyncEnumerable<LedgerRow> DueAsync(DateTimeOffset until, int limit, CancellationToken cancellation) => inner.DueAsync(until, limit, cancellation);

    public virtual IAsyncEnumerable<JournalEntry> JournalAsync(string partition, long after, CancellationToken cancellation) => inner.JournalAsync(partition, after, cancellation);

    public ValueTask<long> JournalHeadAsync(string partition, CancellationToken cancellation) => inner.JournalHeadAsync(partition, cancellation);

    public ValueTask<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation) => inner.PartitionsAsync(cancellation);

    public ValueTask<int> PruneAsync(DateTimeOffset before, int atMost, CancellationToken cancellation) => inner.PruneAsync(before, atMost, cancellation);

    public ValueTask CheckAsync(CancellationToken cancellation) => inner.CheckAsync(cancellation);
}
