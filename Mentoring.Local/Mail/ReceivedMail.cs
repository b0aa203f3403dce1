using Mentoring.Functions.Mail;

namespace Mentoring.Local.Mail;

/// <summary>A mail as it lies in the mailbox.</summary>
/// <param name="SentAt">When the mailbox took it, on the host's clock.</param>
public sealed record ReceivedMail(DateTimeOffset SentAt, OutgoingMail Mail)
{
    /// <summary>Web addresses in the text and behind the links of the HTML part, each once, in order of appearance.</summary>
    public IReadOnlyList<string> Links => MailLinks.In(Mail);
}
