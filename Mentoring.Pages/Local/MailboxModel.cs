using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Local;

/// <param name="To">Address whose mails are shown; null for all.</param>
/// <param name="Mails">Newest first.</param>
/// <param name="Older">Path of the mails before these; null at the end.</param>
public sealed record MailboxModel(Scheme Scheme, string? To, IReadOnlyList<MailboxRow> Mails, string? Older = null) : PageModel<MailboxPage>(Scheme);
