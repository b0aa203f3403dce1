using System.Globalization;
using Mentoring.Core;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Mail.Pacing;

/// <summary>Lets a mail wait for its turn: the row says when it may go, and the queue brings it back then.</summary>
public sealed class MailWaiting(ILedger ledger, MailPace pace, IQueue queue, TimeProvider time)
{
    /// <summary>How long after its turn a mail may lie before the sweeper queues it again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Whether the mail must wait. One whose turn was set and has come need not ask again.</summary>
    public async Task<bool> MustWaitAsync(LedgerRow row, OutboxMail.Pending mail, CancellationToken cancellation)
    {
        // A link that works for minutes is worth nothing behind a round's offers; there are few of them.
        if (!pace.IsLimited || mail.NotBefore <= time.GetUtcNow() || mail.Draft.Template == MailTemplates.CoordinatorSignIn)
            return false;
        if (mail.NotBefore is not null)
            return true;
        var at = await pace.ReserveAsync(cancellation);
        if (at <= time.GetUtcNow())
            return false;
        await WaitAsync(row, mail with { NotBefore = at }, at, cancellation);
        return true;
    }

    /// <summary>The service would not take it now, so it is as if it had never been tried.</summary>
    public async Task PutBackAsync(RowKey key, OutboxMail.Sending mail, TimeSpan? pause, CancellationToken cancellation)
    {
        var at = await pace.ReserveAfterAsync(pause, cancellation);
        if (await ledger.ReadAsync(key, cancellation) is { } row && row.As<OutboxMail>() is OutboxMail.Sending)
            await WaitAsync(row, new OutboxMail.Pending(mail.Draft, mail.Token, mail.WrittenAt, at), at, cancellation);
    }

    /// <summary>Where somebody else changed the row meanwhile, they see to it.</summary>
    private async Task WaitAsync(LedgerRow row, OutboxMail.Pending mail, DateTimeOffset at, CancellationToken cancellation)
    {
        var json = LedgerJson.Write<OutboxMail>(mail);
        var change = new LedgerChange(row.Key.Partition, $"wait.{row.Key.Id}.{row.Version}", [new RowWrite.Replace(row.Key, json, row.Version, at + Patience)], []);
        if (await ledger.CommitAsync(change, cancellation) is not CommitOutcome.Committed)
            return;
        var message = string.Create(CultureInfo.InvariantCulture, $"{row.Key.Id}@{at.UtcTicks}");
        await queue.SendAsync(QueueNames.Emails, message, OutboxAddress.Write(row.Key.Partition, row.Key.Id), at, cancellation);
    }
}
