using System.Collections.Frozen;

namespace Mentoring.Functions.Mail;

/// <summary>A mail service. Adapters: Communication Services in Azure, a mailbox in the ledger's database on one machine.</summary>
public interface IMailer
{
    /// <summary>Hands a mail over. The same <see cref="OutgoingMail.Id"/> a second time is accepted and not delivered again where the service can tell.</summary>
    /// <exception cref="MailThrottledException">The service takes no more just now.</exception>
    /// <exception cref="MailRefusedException">The service will never take this mail (a malformed address).</exception>
    ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>Whether a mail with this id was taken before: asked after a crash while sending.</summary>
    ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation);

    /// <summary>By which id delivery reports will speak of the mail; null where the service sends none.</summary>
    string? ReportIdOf(string id) => null;
}

/// <summary>A rendered mail.</summary>
/// <param name="Id">Id of the outbox row; the service's operation id and the Message-ID derive from it.</param>
/// <param name="Template">One of the template names in README.</param>
public sealed record OutgoingMail(
    string Id,
    string Template,
    string To,
    string ToName,
    string Subject,
    string Text,
    string Html,
    string ReplyTo,
    IReadOnlyList<MailAttachment> Attachments)
{
    /// <summary>Beside those of every mail, such as <c>List-Unsubscribe</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FrozenDictionary<string, string>.Empty;
}

/// <param name="ContentType">Such as <c>text/calendar; charset=utf-8</c>.</param>
public sealed record MailAttachment(string Name, string ContentType, byte[] Content);

public sealed class MailRefusedException(string message) : Exception(message);
