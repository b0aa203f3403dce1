using System.Diagnostics.CodeAnalysis;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Registrations;

/// <summary>Where a form may send people back to: addresses whose origin stands, exactly, in the scheme's settings.</summary>
public static class RedirectOrigins
{
    /// <param name="address">In its ASCII form, fit for a header.</param>
    public static bool Allow(Scheme scheme, string typed, [NotNullWhen(true)] out string? address)
    {
        address = null;
        // Browsers read backslashes and forgive blanks in their own ways: what can be read in two ways is not followed.
        if (typed.Length > 2000 || typed.Any(sign => sign == '\\' || char.IsWhiteSpace(sign) || char.IsControl(sign)))
            return false;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var found) || found.UserInfo.Length > 0)
            return false;
        if (found.Scheme is not ("http" or "https") || !scheme.RedirectOrigins.Contains(WebOrigin.Of(found), StringComparer.Ordinal))
            return false;
        address = WebOrigin.InAscii(found).AbsoluteUri;
        return true;
    }
}
