using System.Collections.Frozen;

namespace Mentoring.Pages.Mails;

/// <summary>How mail programs offer to stop the mails that are optional: with one click, which posts to us (RFC 2369, RFC 8058).</summary>
public static class MailHeaders
{
    public static IReadOnlyDictionary<string, string> Of(Uri? stop) => stop is null
        ? FrozenDictionary<string, string>.Empty
        : new Dictionary<string, string>
        {
            ["List-Unsubscribe"] = $"<{stop.AbsoluteUri}>",
            ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
        };
}
