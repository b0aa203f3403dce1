using System.Text.RegularExpressions;

namespace Mentoring.Functions.Telemetry;

/// <summary>Takes the tokens of links out of whatever is written about requests: <c>/offers/{token}</c> stands in their place. The one place that knows how they look.</summary>
public static partial class TokenRedaction
{
    /// <summary>The same text, where there is no token in it.</summary>
    public static string Of(string text) => text.Length >= 43 ? Token().Replace(text, "{token}") : text;

    /// <summary>43 letters of base64url, as <see cref="Shell.LinkTokens"/> makes them. Ids have at most 40, hashes are hexadecimal.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9_-])(?![0-9a-f]+(?![A-Za-z0-9_-]))[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])|(?<=/(?:offers|agreements|partnerships|reviews|registrations)/)[A-Za-z0-9_%-]{20,}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
