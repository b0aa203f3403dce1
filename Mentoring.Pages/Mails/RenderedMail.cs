namespace Mentoring.Pages.Mails;

/// <param name="Subject">One line, without control characters.</param>
/// <param name="Text">Plain text, lines of at most 76 characters but for addresses, ended by LF.</param>
/// <param name="Html">A whole document with inline styles and no images.</param>
/// <param name="Stop">See <see cref="MailModel.Stop"/>; <see cref="MailHeaders"/> makes headers of it.</param>
public sealed record RenderedMail(string Subject, string Text, string Html, Uri? Stop);
