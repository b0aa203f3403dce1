using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Reports;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Keeping;

/// <summary>Removes rows that are past, and with a mail's row the one that reports about it would look for.</summary>
public sealed class PastRows(ILedger ledger, IMailer mailer, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>A mail and what reports look for are two rows.</summary>
    private const int AtOnce = LedgerLimits.OperationsPerChange / 2;

    /// <param name="atMost">No more are removed; the rest is next time's.</param>
    /// <returns>How many were looked at to be removed.</returns>
    public async Task<int> RemoveAsync(string partition, string kind, Func<LedgerRow, bool> isPast, int atMost, CancellationToken cancellation)
    {
        var past = await ledger.ListAsync(partition, kind, cancellation).Where(isPast).Take(atMost).ToListAsync(cancellation);
        foreach (var rows in past.Chunk(AtOnce))
        {
            var deletes = new List<RowWrite>();
            foreach (var row in rows)
            {
                deletes.Add(new RowWrite.Delete(row.Key, row.Version));
                if (kind == OutboxMail.Kind && mailer.ReportIdOf(row.Key.Id) is { } report
                    && await ledger.ReadAsync(new RowKey(partition, SentMail.Kind, report), cancellation) is { } sent)
                    deletes.Add(new RowWrite.Delete(sent.Key, sent.Version));
            }

            // A row that changed meanwhile is looked at again next time.
            await ledger.CommitAsync(new LedgerChange(partition, identifiers.NewId(time.GetUtcNow()), deletes, []), cancellation);
        }

        return past.Count;
    }
}
