using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Http;

/// <summary>Headers of every answer: addresses with tokens stay out of caches, referrers, frames and search engines, and no script runs but our own.</summary>
public static class SecurityHeaders
{
    /// <param name="leadsTo">The origin to which a form on the page may send people on; browsers hold redirects to the form's policy too.</param>
    public static void Apply(HttpResponse response, string? leadsTo = null)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.Headers[HeaderNames.ContentSecurityPolicy] =
            $"default-src 'none'; style-src 'self'; script-src 'self'; img-src data: https:; form-action 'self'{(leadsTo is null ? "" : " " + leadsTo)}; frame-ancestors 'none'; base-uri 'none'";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        response.Headers[HeaderNames.StrictTransportSecurity] = "max-age=31536000";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
