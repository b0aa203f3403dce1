using Mentoring.Core.Time;

namespace Mentoring.Pages.Local;

public sealed record MailboxRow(string Id, LocalInstant SentAt, string To, string Subject, string Template);
