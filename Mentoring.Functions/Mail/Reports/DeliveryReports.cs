using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Mail.Reports;

/// <summary>Enters what became of mails. One that did not arrive calls a person; an offer's time to reply stops until its mail is out.</summary>
public sealed partial class DeliveryReports(ILedger ledger, SchemeShell shell, OfferMaking offers, TimeProvider time, ILogger<DeliveryReports> logger)
{
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
            if (await ledger.ReadAsync(key, cancellation) is not { } row || row.As<OutboxMail>() is not { } mail || After(mail, report) is not { } next)
                return null;
            work.Write(new RowWrite.Replace(key, LedgerJson.Write(next), row.Version) { Meaning = next });
            if (next is OutboxMail.Bounced)
                await TroubledMail.NoteAsync(work, ledger, outbox, cancellation);
            foreach (var request in Following(outbox, mail, next))
            {
                if (await work.AskAsync(request, cancellation) is { } refusal)
                    return refusal;
            }

            return null;
        }, cancellation);
    }

    /// <summary>Null where the report changes nothing: it is old, or comes again, or is about a list's members.</summary>
    /// <remarks>A mail of which there is a report was sent, also where that is not written down: the report was quicker, or the process was killed before.</remarks>
    private OutboxMail? After(OutboxMail mail, DeliveryReport report) => (mail, report.Status) switch
    {
        (_, "Expanded") => null,
        (OutboxMail.Pending or OutboxMail.Sending or OutboxMail.Accepted, "Delivered") => new OutboxMail.Delivered(mail.Draft, time.GetUtcNow()),
        (OutboxMail.Delivered, "Delivered") => null,
        (OutboxMail.Pending or OutboxMail.Sending or OutboxMail.Accepted or OutboxMail.Delivered, _) => new OutboxMail.Bounced(mail.Draft, report.Status, time.GetUtcNow()),
        _ => null,
    };

    private IReadOnlyList<Request> Following(string outbox, OutboxMail before, OutboxMail after) => after switch
    {
        OutboxMail.Bounced bounced => MailTrouble.Of(outbox, bounced.Draft),
        OutboxMail.Delivered { Draft.Template: MailTemplates.Offer } delivered when before is not OutboxMail.Accepted =>
            [new Request.ToOffer(delivered.Draft.About, new Offer.Command.Mailed(offers.ReplyFrom(delivered.At)))],
        _ => [],
    };

    [LoggerMessage(1, LogLevel.Warning, "A delivery report ({Status}) is about a mail that is not in the ledger")]
    private static partial void NotOurs(ILogger logger, string status);
}
