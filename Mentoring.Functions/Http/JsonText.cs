using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Http;

/// <summary>Reads a body that is JSON and more than a form's fields. Whatever is wrong with it as text is a problem, never an exception.</summary>
internal static class JsonText
{
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public static async Task<(string? Json, Problem? Problem)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !Wants.IsJson(type))
            return (null, Problem.Unsupported("content-type", "Only application/json can be read here."));
        if (type.Charset.Length > 0 && !FormBody.IsUtf8(type))
            return (null, Problem.Unsupported("charset", "Only the charset utf-8 can be read."));
        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity"))
            return (null, Problem.Unsupported("content-encoding", "Compressed bodies cannot be read. Send the body as it is."));
        var (body, unread) = await BoundedBody.ReadAsync(request, maxBytes, cancellation);
        if (unread is not null)
            return (null, unread);
        return Utf8.IsValid(body.Span) ? Checked(Encoding.UTF8.GetString(body.Span).TrimStart('\uFEFF')) : (null, FormBody.NotUtf8);
    }

    private static (string? Json, Problem? Problem) Checked(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return (json, null);
        }
        catch (JsonException broken)
        {
            return (null, Problem.Malformed("malformed-json", string.Create(
                CultureInfo.InvariantCulture, $"The body is not JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.")));
        }
    }
}
