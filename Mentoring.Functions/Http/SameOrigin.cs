using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Http;

/// <summary>Posts to pages behind a token come from our own pages. Registrations do not ask this: the form stands on the association's website.</summary>
public static class SameOrigin
{
    /// <param name="publicAddress">Where people reach us, which behind a proxy is not what the request says.</param>
    /// <returns>Null where the post may pass: from our own page, or from a program, which says nothing about where it comes from.</returns>
    /// <remarks>
    /// Browsers say <c>Sec-Fetch-Site</c>, and that decides. Older ones say only <c>Origin</c>, which under our own referrer policy is
    /// <c>null</c> even from our own pages; that passes, since whoever posts must know the token anyway.
    /// </remarks>
    public static Problem? Refusal(HttpRequest request, Uri? publicAddress = null)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none" ? null : Refused;

        var origin = request.Headers[HeaderNames.Origin].ToString();
        return origin is "" or "null" || IsOurs(origin, request, publicAddress) ? null : Refused;
    }

    private static Problem Refused => new(
        StatusCodes.Status403Forbidden,
        "cross-site",
        "This answer came from a page of another website, so nothing was changed. Open the link in your email and answer on the page it shows.");

    private static bool IsOurs(string origin, HttpRequest request, Uri? publicAddress) =>
        origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
        || origin.Equals(publicAddress?.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
