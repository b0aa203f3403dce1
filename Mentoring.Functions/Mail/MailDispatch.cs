using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail.Pacing;
using Mentoring.Functions.Mail.Reports;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Functions.Telemetry;
using Mentoring.Pages.Mails;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Mail;

/// <summary>Takes a mail from its outbox row to the mail service: pending, sending under a lease, accepted.</summary>
/// <remarks>
/// Killed before the lease: the row is pending, the sweeper queues it again. Killed after it: the service is asked whether it has the
/// mail, and only where it does not is the same mail sent again. A service that took the mail and denies it makes a duplicate: that
/// window can't be closed from here, and <c>CONTRIBUTING.md</c> says so.
/// </remarks>
public sealed partial class MailDispatch(
    ILedger ledger, IMailer mailer, MailComposer composer, MailRenderer renderer, MailAttachments attachments, MailWaiting waiting, SchemeShell shell, OfferMaking offers, SchemeTelemetry telemetry, TimeProvider time, ILogger<MailDispatch> logger)
{
    /// <summary>Longer than any single send takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public async Task SendAsync(Address address, IWaker waker, CancellationToken cancellation)
    {
        var key = new RowKey(address.Round, OutboxMail.Kind, address.Id);
        if (await ledger.ReadAsync(key, cancellation) is not { } row)
            return;

        var now = time.GetUtcNow();
        var mail = row.As<OutboxMail>();
        if (mail is OutboxMail.Pending fresh && await waiting.MustWaitAsync(row, fresh, cancellation))
            return;
        var leased = mail switch
        {
            OutboxMail.Pending pending => new OutboxMail.Sending(pending.Draft, pending.Token, pending.WrittenAt, now + Lease, 1),
            OutboxMail.Sending sending when sending.LeaseUntil <= now => sending with { LeaseUntil = now + Lease, Tries = sending.Tries + 1 },
            _ => null,
        };
        if (leased is null || !await ReplaceAsync(row, leased, leased.LeaseUntil, $"lease.{address.Id}.{leased.Tries}.{row.Version}", cancellation))
            return;

        using var span = SchemeTelemetry.Start("mail", address.Round)?.SetTag("mentoring.mail", leased.Draft.Template);
        try
        {
            var taken = leased.Tries > 1 && await mailer.WasAcceptedAsync(address.Id, cancellation);
            var end = taken ? new OutboxMail.Accepted(leased.Draft, now) : await HandOverAsync(address, leased, cancellation);
            await SettleAsync(address, key, end, waker, cancellation);
            telemetry.Count(end);
        }
        catch (MailThrottledException throttled)
        {
            await waiting.PutBackAsync(key, leased, throttled.After, cancellation);
        }
    }

    private async Task<OutboxMail> HandOverAsync(Address address, OutboxMail.Sending mail, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await composer.ComposeAsync(address.Round, mail.Draft, mail.Token, cancellation) is not { } composed)
            return new OutboxMail.Dropped(mail.Draft, now);
        try
        {
            var rendered = renderer.Render(composed.Model);
            await mailer.SendAsync(
                new OutgoingMail(
                    address.Id, mail.Draft.Template, composed.To, composed.ToName, rendered.Subject, rendered.Text, rendered.Html,
                    composed.Model.Head.Scheme.Contact.Email, await attachments.ForAsync(mail.Draft.Template, cancellation)) { Headers = MailHeaders.Of(rendered.Stop) },
                cancellation);
            return new OutboxMail.Accepted(mail.Draft, now);
        }
        catch (MailRefusedException refused)
        {
            Refused(logger, address.Id, refused);
            return new OutboxMail.Failed(mail.Draft, refused.Message, now);
        }
    }

    /// <summary>Blanks the token, and starts an offer's time to reply where the mail went out late. What was sent is sent, so this is tried until it stands.</summary>
    private async Task SettleAsync(Address address, RowKey key, OutboxMail end, IWaker waker, CancellationToken cancellation)
    {
        await shell.CarryOutAsync(address.Round, Actor.Clock, waker, async work =>
        {
            // A delivery report may have been quicker.
            if (await ledger.ReadAsync(key, cancellation) is not { } row || row.As<OutboxMail>() is not OutboxMail.Sending)
                return null;
            work.Write(new RowWrite.Replace(key, LedgerJson.Write(end), row.Version) { Meaning = end });
            if (end is OutboxMail.Failed)
                await TroubledMail.NoteAsync(work, ledger, address.Id, cancellation);
            foreach (var request in Following(address, end))
            {
                if (await work.AskAsync(request, cancellation) is { } refusal)
                    return refusal;
            }

            return null;
        }, cancellation);
    }

    private IReadOnlyList<Request> Following(Address address, OutboxMail end) => end switch
    {
        OutboxMail.Accepted { Draft.Template: MailTemplates.Offer } accepted =>
            [new Request.ToOffer(accepted.Draft.About, new Offer.Command.Mailed(offers.ReplyFrom(accepted.At)))],
        OutboxMail.Failed failed => MailTrouble.Of(address.Id, failed.Draft),
        _ => [],
    };

    private async Task<bool> ReplaceAsync(LedgerRow row, OutboxMail mail, DateTimeOffset due, string operation, CancellationToken cancellation) =>
        await ledger.CommitAsync(
            new LedgerChange(row.Key.Partition, operation, [new RowWrite.Replace(row.Key, LedgerJson.Write(mail), row.Version, due) { Meaning = mail }, .. await IndexAsync(row.Key, cancellation)], []),
            cancellation) is CommitOutcome.Committed;

    /// <summary>What a delivery report will look for, written with the first lease.</summary>
    private async Task<IReadOnlyList<RowWrite>> IndexAsync(RowKey outbox, CancellationToken cancellation) =>
        mailer.ReportIdOf(outbox.Id) is { } report && new RowKey(outbox.Partition, SentMail.Kind, report) is var key && await ledger.ReadAsync(key, cancellation) is null
            ? [new RowWrite.Insert(key, LedgerJson.Write(new SentMail(outbox.Id)))]
            : [];

    [LoggerMessage(1, LogLevel.Error, "The mail service refused mail {Mail}")]
    private static partial void Refused(ILogger logger, string mail, Exception reason);
}
