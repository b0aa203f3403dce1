using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;

namespace Mentoring.Tests.Journeys;

/// <summary>Calls before and after each commit.</summary>
internal sealed class WatchedLedger(ILedger inner, Action step) : ILedger
{
    public async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
    {
        step();
        var outcome = await inner.CommitAsync(change, cancellation);
        step();
        return outcome;
    }

    public ValueTask<LedgerRow?> ReadAsync(RowKey key, CancellationToken cancellation) => inner.ReadAsync(key, cancellation);

    public ValueTask<LedgerRow?> FindAsync(string kind, string id, CancellationToken cancellation) => inner.FindAsync(kind, id, cancellation);

    public IAsyncEnumerable<LedgerRow> ListAsync(string? partition, string kind, CancellationToken cancellation) => inner.ListAsync(partition, kind, cancellation);

    public IAsyncEnumerable<LedgerRow> DueAsync(DateTimeOffset until, int limit, CancellationToken cancellation) => inner.DueAsync(until, limit, cancellation);

    public IAsyncEnumerable<JournalEntry> JournalAsync(string partition, long after, CancellationToken cancellation) => inner.JournalAsync(partition, after, cancellation);

    public ValueTask<long> JournalHeadAsync(string partition, CancellationToken cancellation) => inner.JournalHeadAsync(partition, cancellation);

    public ValueTask<IReadOnlyList<string>> PartitionsAsync(CancellationToken cancellation) => inner.PartitionsAsync(cancellation);

    public ValueTask CheckAsync(CancellationToken cancellation) => inner.CheckAsync(cancellation);
}

/// <summary>Calls before and after each mail is handed over.</summary>
internal sealed class WatchedMailer(IMailer inner, Action step) : IMailer
{
    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        step();
        await inner.SendAsync(mail, cancellation);
        step();
    }

    public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => inner.WasAcceptedAsync(id, cancellation);
}
