using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Reports;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Keeping;

/// <summary>Removes the rows of mails that are long done with, what reports about them would look for, and links that open nothing any more.</summary>
public sealed class PastMails(ILedger ledger, PastRounds rounds, IMailer mailer, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>Long after anything could send the same mail again, and anybody would ask for it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(550);

    /// <summary>A mail and what reports look for are two rows.</summary>
    private const int AtOnce = LedgerLimits.OperationsPerChange / 2;

    /// <returns>How many mails and links went.</returns>
    public async Task<int> RemoveAsync(int atMost, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var removed = 0;
        foreach (var round in await ledger.PartitionsAsync(cancellation))
        {
            // No mail is older than its round: most rounds need not be looked through.
            if (await rounds.PlanAsync(round, cancellation) is not { } plan || plan.Opens.Instant + Kept > now)
                continue;
            removed += await RemoveAsync(round, OutboxMail.Kind, row => DoneAt(row.As<OutboxMail>()) + Kept <= now, atMost - removed, cancellation);
            removed += await RemoveAsync(round, Link.Kind, row => row.As<Link>().Expires <= now, atMost - removed, cancellation);
        }

        return removed;
    }

    private async Task<int> RemoveAsync(string round, string kind, Func<LedgerRow, bool> isPast, int atMost, CancellationToken cancellation)
    {
        var past = await ledger.ListAsync(round, kind, cancellation).Where(isPast).Take(atMost).ToListAsync(cancellation);
        foreach (var rows in past.Chunk(AtOnce))
        {
            var deletes = new List<RowWrite>();
            foreach (var row in rows)
            {
                deletes.Add(new RowWrite.Delete(row.Key, row.Version));
                if (kind == OutboxMail.Kind && mailer.ReportIdOf(row.Key.Id) is { } report
                    && await ledger.ReadAsync(new RowKey(round, SentMail.Kind, report), cancellation) is { } sent)
                    deletes.Add(new RowWrite.Delete(sent.Key, sent.Version));
            }

            // A row that changed meanwhile is looked at again next time.
            await ledger.CommitAsync(new LedgerChange(round, identifiers.NewId(time.GetUtcNow()), deletes, []), cancellation);
        }

        return past.Count;
    }

    /// <summary>Null where it is still on its way, or waits for a person.</summary>
    private static DateTimeOffset? DoneAt(OutboxMail mail) => mail switch
    {
        OutboxMail.Accepted accepted => accepted.At,
        OutboxMail.Delivered delivered => delivered.At,
        OutboxMail.Dropped dropped => dropped.At,
        OutboxMail.Bounced bounced => bounced.At,
        OutboxMail.Failed failed => failed.At,
        OutboxMail.SentAgain again => again.At,
        _ => null,
    };
}
