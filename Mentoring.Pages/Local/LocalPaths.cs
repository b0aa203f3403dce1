namespace Mentoring.Pages.Local;

/// <summary>Paths that exist on the local host only.</summary>
public static class LocalPaths
{
    public const string Welcome = "/";
    public const string Mailbox = "/local/mail";
    public const string Clock = "/local/clock";
    public const string Samples = "/local/samples";

    public static string Mail(string id) => $"{Mailbox}/{Uri.EscapeDataString(id)}";

    /// <summary>The HTML part alone, as a mail program would show it.</summary>
    public static string MailHtml(string id) => Mail(id) + "/html";
}
