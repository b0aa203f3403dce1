using System.Net;
using System.Text.RegularExpressions;
using Mentoring.Functions.Mail;

namespace Mentoring.Local.Mail;

/// <summary>Finds what a reader of a mail can click on.</summary>
internal static partial class MailLinks
{
    public static IReadOnlyList<string> In(OutgoingMail mail) =>
        [.. InText().Matches(mail.Text).Select(match => match.Value)
            .Concat(InHtml().Matches(mail.Html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)))
            .Distinct(StringComparer.Ordinal)];

    // A full stop or bracket at the end belongs to the sentence.
    [GeneratedRegex("""https?://[^\s<>"']*[^\s<>"'.,;:!?)\]]""", RegexOptions.CultureInvariant)]
    private static partial Regex InText();

    [GeneratedRegex("""<a\s[^>]*?href\s*=\s*["'](?<address>https?://[^"']*)["']""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InHtml();
}
