namespace Mentoring.Pages.Local;

/// <summary>Paths that exist on the local host only.</summary>
public static class LocalPaths
{
    public const string Welcome = "/";
    public const string Mailbox = "/local/mail";
    public const string Clock = "/local/clock";

    /// <summary>Every template with invented people.</summary>
    public const string SampleMails = "/local/mails";

    public const string Samples = "/local/samples";

    public static string SampleMail(string name) => $"{SampleMails}/{Uri.EscapeDataString(name)}";

    /// <summary>The HTML part of it alone.</summary>
    public static string SampleMailHtml(string name) => SampleMail(name) + "/html";

    public static string Mail(string id) => $"{Mailbox}/{Uri.EscapeDataString(id)}";

    /// <summary>The HTML part alone, as a mail program would show it.</summary>
    public static string MailHtml(string id) => Mail(id) + "/html";
}
