using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Local;

/// <summary>One mail of the mailbox.</summary>
/// <param name="Links">Every link in it, so that it can be followed.</param>
public sealed record MailboxMailModel(
    Scheme Scheme,
    MailboxRow Mail,
    string Text,
    IReadOnlyList<Uri> Links,
    IReadOnlyList<string> Attachments) : PageModel<MailboxMailPage>(Scheme);
