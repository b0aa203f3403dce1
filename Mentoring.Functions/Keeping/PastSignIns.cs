using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Reports;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Keeping;

/// <summary>Removes what coordinators' signing in leaves behind: links, sessions, and the mails that brought the links. The journal keeps who signed in when.</summary>
public sealed class PastSignIns(ILedger ledger, IMailer mailer, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>After it can be of no use: so long it is told that a link was used, or came too late, and a report about its mail finds it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>A mail and what reports look for are two rows.</summary>
    private const int AtOnce = LedgerLimits.OperationsPerChange / 2;

    /// <returns>How many went.</returns>
    public async Task<int> RemoveAsync(int atMost, CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - Kept;
        var removed = await RemoveAsync(SignInLink.Kind, row => row.As<SignInLink>().Expires <= before, atMost, cancellation);
        removed += await RemoveAsync(DeskSession.Kind, row => row.As<DeskSession>().Expires <= before, atMost - removed, cancellation);
        return removed + await RemoveAsync(OutboxMail.Kind, row => row.As<OutboxMail>() is not (OutboxMail.Pending or OutboxMail.Sending) and { MovedAt: var at } && at <= before, atMost - removed, cancellation);
    }

    private async Task<int> RemoveAsync(string kind, Func<LedgerRow, bool> isPast, int atMost, CancellationToken cancellation)
    {
        var past = await ledger.ListAsync(DeskRows.Partition, kind, cancellation).Where(isPast).Take(atMost).ToListAsync(cancellation);
        foreach (var rows in past.Chunk(AtOnce))
        {
            var deletes = new List<RowWrite>();
            foreach (var row in rows)
            {
                deletes.Add(new RowWrite.Delete(row.Key, row.Version));
                if (kind == OutboxMail.Kind && mailer.ReportIdOf(row.Key.Id) is { } report
                    && await ledger.ReadAsync(new RowKey(DeskRows.Partition, SentMail.Kind, report), cancellation) is { } sent)
                    deletes.Add(new RowWrite.Delete(sent.Key, sent.Version));
            }

            // A row that changed meanwhile is looked at again next time.
            await ledger.CommitAsync(new LedgerChange(DeskRows.Partition, identifiers.NewId(time.GetUtcNow()), deletes, []), cancellation);
        }

        return past.Count;
    }
}
