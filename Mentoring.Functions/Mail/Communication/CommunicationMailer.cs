using System.Globalization;
using System.Net.Mime;
using Azure;
using Azure.Communication.Email;

namespace Mentoring.Functions.Mail.Communication;

/// <summary>Sends through Communication Services. A mail is handed over, not waited for: what becomes of it comes in a delivery report.</summary>
/// <remarks>
/// The service keeps an operation for each mail, under an id that follows from the outbox row: after a crash it is asked for, and only
/// where there is none is the same mail sent again, with the same Message-ID, which the service refuses a second time. Left open is a
/// mail that was taken while neither had been written down yet.
/// </remarks>
/// <param name="sender">An address of the verified domain.</param>
/// <param name="operationOf">The operation with an id.</param>
public sealed class CommunicationMailer(EmailClient client, string sender, Func<string, EmailSendOperation> operationOf) : IMailer
{
    private readonly string _domain = sender[(sender.LastIndexOf('@') + 1)..];

    public CommunicationMailer(EmailClient client, string sender)
        : this(client, sender, id => new EmailSendOperation(id, client))
    {
    }

    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        try
        {
            await client.SendAsync(WaitUntil.Started, Message(mail), MailIds.OperationOf(mail.Id), cancellation);
        }
        catch (RequestFailedException failed) when (failed.Status == 429)
        {
            throw new MailThrottledException(RetryAfter(failed));
        }
        catch (ArgumentException)
        {
            // The package looks at addresses itself, before it asks the service. What it says quotes them.
            throw new MailRefusedException("The mail service refused it (malformed).");
        }
        catch (RequestFailedException failed) when (failed.Status is 400 or 409 or 413)
        {
            // A Message-ID that the service has seen is a bad request too.
            if (!await WasAcceptedAsync(mail.Id, cancellation))
                throw new MailRefusedException($"The mail service refused it ({failed.ErrorCode ?? failed.Status.ToString(CultureInfo.InvariantCulture)}).");
        }
    }

    public async ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await operationOf(MailIds.OperationOf(id).ToString()).UpdateStatusAsync(cancellation);
            return true;
        }
        catch (RequestFailedException failed) when (failed.Status is 404 or (>= 200 and < 300))
        {
            // 200 and failed: it was taken, and then could not be sent. The delivery report says so.
            return failed.Status != 404;
        }
    }

    public string ReportIdOf(string id) => MailIds.OperationOf(id).ToString();

    private EmailMessage Message(OutgoingMail mail)
    {
        var message = new EmailMessage(
            sender,
            new EmailRecipients([new EmailAddress(mail.To, mail.ToName)]),
            new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html })
        {
            // Links are looked at by nobody but their reader.
            UserEngagementTrackingDisabled = true,
        };
        message.ReplyTo.Add(new EmailAddress(mail.ReplyTo));
        message.Headers["Message-ID"] = MailIds.MessageIdOf(mail.Id, _domain);
        message.Headers["x-ms-acsemail-validate-message-id"] = "true";

        // A mail without a document that the service will not have is better than none: each is linked as well.
        message.Headers["x-ms-acsemail-suppress-invalid-attachment"] = "true";
        foreach (var (name, value) in mail.Headers)
            message.Headers[name] = value;
        foreach (var attachment in mail.Attachments)
            message.Attachments.Add(new EmailAttachment(attachment.Name, new ContentType(attachment.ContentType).MediaType, BinaryData.FromBytes(attachment.Content)));
        return message;
    }

    /// <summary>In seconds; the service sends no dates.</summary>
    private static TimeSpan? RetryAfter(RequestFailedException failed) =>
        failed.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
