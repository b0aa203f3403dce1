using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Http;

/// <summary>Which of the two kinds of answer a client wants: a page, or JSON.</summary>
public static class Wants
{
    /// <summary>
    /// True where the client names JSON and likes it better than HTML. A client that names neither gets what it sent: JSON for JSON,
    /// otherwise a page. Wildcards name nothing.
    /// </summary>
    public static bool Json(HttpRequest request)
    {
        var accepted = MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var list) ? list : [];
        var json = Liking(accepted, IsJson);
        var html = Liking(accepted, IsHtml);
        return json is null && html is null ? SendsJson(request) : (json ?? 0) > (html ?? 0);
    }

    internal static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || (type.Type.Equals("application", StringComparison.OrdinalIgnoreCase) && type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    private static bool IsHtml(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)
        || type.MediaType.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);

    private static bool SendsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && IsJson(type);

    /// <summary>0 to 1; null where no such type is named.</summary>
    private static double? Liking(IList<MediaTypeHeaderValue> accepted, Func<MediaTypeHeaderValue, bool> wanted) =>
        accepted.Where(wanted).Select(type => (double?)(type.Quality ?? 1)).Max();
}
