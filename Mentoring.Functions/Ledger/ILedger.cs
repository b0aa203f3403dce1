namespace Mentoring.Functions.Ledger;

/// <summary>Where every fact lives. Two adapters: SQLite and Azure Tables; one contract test suite holds both.</summary>
/// <remarks>
/// A partition is one round and everything that came out of it. A commit is atomic within one partition.
/// Reads see every commit that was answered before they began. An outage is an exception, a lost race an outcome.
/// </remarks>
public interface ILedger
{
    /// <summary>The row, or null where there is none.</summary>
    ValueTask<LedgerRow?> ReadAsync(RowKey key, CancellationToken cancellation);

    /// <summary>The row of this kind and id in whichever partition it lies. Ids are unique over all partitions.</summary>
    ValueTask<LedgerRow?> FindAsync(string kind, string id, CancellationToken cancellation);

    /// <summary>All rows of a kind in a partition, by id in ordinal order. A null partition means all partitions, by partition, then id.</summary>
    IAsyncEnumerable<LedgerRow> ListAsync(string? partition, string kind, CancellationToken cancellation);

    /// <summary>Rows in all partitions whose <see cref="LedgerRow.DueAt"/> is at or before the instant, earliest first, at most <paramref name="limit"/>.</summary>
    IAsyncEnumerable<LedgerRow> DueAsync(DateTimeOffset until, int limit, CancellationToken cancellation);

    /// <summary>Writes all of the change or nothing. The same <see cref="LedgerChange.Operation"/> committed a second time answers
    /// <see cref="CommitOutcome.Committed"/> and writes nothing.</summary>
    /// <exception cref="ArgumentException">The change breaks a rule of <see cref="LedgerGuard"/>: a row of another partition or twice, a bad key, a limit passed. Nothing is written.</exception>
    ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation);

    /// <summary>Journal entries of a partition after a number (0 for all), in order.</summary>
    IAsyncEnumerable<JournalEntry> JournalAsync(string partition, long after, CancellationToken cancellation);

    /// <summary>The number of the partition's last journal entry; 0 where there is none.</summary>
    ValueTask<long> JournalHeadAsync(string partition, CancellationToken cancellation);

    /// <summary>Partitions that hold at least one row, in ordinal order.</summary>
    ValueTask<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation);

    /// <summary>Forgets operations that were committed before the instant, and what tries that were cut off before it had laid down: they served
    /// to recognise a change that is sent again, and nothing is as late as that. Rows and journal stay.</summary>
    /// <param name="atMost">No more are forgotten in one call.</param>
    /// <returns>How many were forgotten; 0 from a ledger that keeps no such traces, or too small ones to matter.</returns>
    ValueTask<int> PruneAsync(DateTimeOffset before, int atMost, CancellationToken cancellation) => new(0);

    /// <summary>Answers when the store can be read; throws where it can't.</summary>
    ValueTask CheckAsync(CancellationToken cancellation);
}
