using Mentoring.Core.Schemes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Http;

/// <summary>Lets scripts of the association's own pages, and of no others, read our answers. Which origins these are stands, exactly, in the scheme's settings.</summary>
public static class CrossOrigin
{
    private const string OneDay = "86400";

    public static void Admit(HttpRequest request, Scheme scheme)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.Vary = HeaderNames.Origin;
        if (IsAdmitted(request, scheme))
            headers.AccessControlAllowOrigin = request.Headers.Origin.ToString();
    }

    /// <summary>The question that a browser asks before it sends JSON from another origin.</summary>
    /// <param name="methods">Comma separated.</param>
    public static IResult Preflight(HttpRequest request, Scheme scheme, string methods)
    {
        Admit(request, scheme);
        SecurityHeaders.Apply(request.HttpContext.Response);
        var headers = request.HttpContext.Response.Headers;
        headers.Allow = methods + ", OPTIONS";
        if (IsAdmitted(request, scheme))
        {
            headers.AccessControlAllowMethods = methods;
            headers.AccessControlAllowHeaders = HeaderNames.ContentType;
            headers.AccessControlMaxAge = OneDay;
        }

        return Results.NoContent();
    }

    private static bool IsAdmitted(HttpRequest request, Scheme scheme) =>
        scheme.RedirectOrigins.Contains(request.Headers.Origin.ToString(), StringComparer.Ordinal);
}
