using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Mail.Reports;

/// <summary>Enters what became of mails. One that did not arrive calls a person; an offer's time to reply stops until its mail is out.</summary>
public sealed partial class DeliveryReports(ILedger ledger, SchemeShell shell, TimeProvider time, ILogger<DeliveryReports> logger)
{
    /// <exception cref="InvalidOperationException">The mail is still being sent: to be delivered again.</exception>
    public async Task EnterAsync(DeliveryReport report, IWaker waker, CancellationToken cancellation)
    {
        if (!LedgerGuard.IsPart(report.ReportId) || await ledger.FindAsync(SentMail.Kind, report.ReportId, cancellation) is not { } sent)
        {
            NotOurs(logger, report.Status);
            return;
        }

        var outbox = sent.As<SentMail>().Outbox;
        var key = new RowKey(sent.Key.Partition, OutboxMail.Kind, outbox);
        await shell.CarryOutAsync(key.Partition, Actor.Clock, waker, async work =>
        {
            if (await ledger.ReadAsync(key, cancellation) is not { } row || After(row.As<OutboxMail>(), report) is not { } next)
                return null;
            work.Write(new RowWrite.Replace(key, LedgerJson.Write(next), row.Version));
            if (next is OutboxMail.Bounced)
                await TroubledMail.NoteAsync(work, ledger, outbox, cancellation);
            return next is OutboxMail.Bounced bounced ? await FollowAsync(work, outbox, bounced, cancellation) : null;
        }, cancellation);
    }

    /// <summary>Null where the report changes nothing: it is old, or comes again, or is about a list's members.</summary>
    private OutboxMail? After(OutboxMail mail, DeliveryReport report) => (mail, report.Status) switch
    {
        (OutboxMail.Pending or OutboxMail.Sending, _) => throw new InvalidOperationException("A delivery report came before the mail's sending was written down."),
        (_, "Expanded") => null,
        (OutboxMail.Accepted accepted, "Delivered") => new OutboxMail.Delivered(accepted.Draft, time.GetUtcNow()),
        (OutboxMail.Accepted or OutboxMail.Delivered, "Delivered") => null,
        (OutboxMail.Accepted or OutboxMail.Delivered, _) => new OutboxMail.Bounced(mail.Draft, report.Status, time.GetUtcNow()),
        _ => null,
    };

    private static async Task<Rejection?> FollowAsync(Transaction work, string outbox, OutboxMail.Bounced mail, CancellationToken cancellation)
    {
        if (mail.Draft.Template == MailTemplates.Offer && await work.AskAsync(new Request.ToOffer(mail.Draft.About, new Offer.Command.Bounced()), cancellation) is { } refusal)
            return refusal;
        return mail.Draft.To is null ? null : await work.AskAsync(MailTrouble.Of(outbox), cancellation);
    }

    [LoggerMessage(1, LogLevel.Warning, "A delivery report ({Status}) is about a mail that is not in the ledger")]
    private static partial void NotOurs(ILogger logger, string status);
}
