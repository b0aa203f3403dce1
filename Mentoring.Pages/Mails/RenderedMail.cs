namespace Mentoring.Pages.Mails;

/// <param name="Subject">One line, without control characters.</param>
/// <param name="Text">Plain text, lines of at most 76 characters but for addresses, ended by LF.</param>
/// <param name="Html">A whole document with inline styles and no images.</param>
/// <param name="Headers">Beside those of every mail; empty for most.</param>
public sealed record RenderedMail(string Subject, string Text, string Html, IReadOnlyDictionary<string, string> Headers);
