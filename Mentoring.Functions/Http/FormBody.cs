using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Http;

/// <summary>Reads the fields of a posted form, whichever of the three ways it was sent. Whatever is wrong with the body is an answer, never an exception.</summary>
public static class FormBody
{
    /// <summary>Most bytes of a registration.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Most values in one form, all fields together.</summary>
    public const int MostValues = 400;

    private const string Accepted = "application/x-www-form-urlencoded, multipart/form-data or application/json";

    internal static Problem TooMany { get; } = Problem.Malformed(
        "too-many-fields", string.Create(CultureInfo.InvariantCulture, $"The form has too many fields: at most {MostValues} values are read."));

    internal static Problem NotUtf8 { get; } = Problem.Malformed("not-utf8", "The form's text is not valid UTF-8. Send it in UTF-8.");

    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public static async Task<BodyResult> ReadAsync(HttpRequest request, int maxBytes = MostBytes, CancellationToken cancellation = default)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return Refuse(Problem.Unsupported("content-type", $"The request names no content type that can be read. Send {Accepted}."));
        if (Reader(type) is not { } read)
            return Refuse(Problem.Unsupported("content-type", $"{type.MediaType} cannot be read. Send {Accepted}."));
        if (type.Charset.Length > 0 && !IsUtf8(type))
            return Refuse(Problem.Unsupported("charset", "Only the charset utf-8 can be read."));
        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity"))
            return Refuse(Problem.Unsupported("content-encoding", "Compressed bodies cannot be read. Send the form as it is."));

        var (body, unread) = await BoundedBody.ReadAsync(request, maxBytes, cancellation);
        if (unread is not null)
            return Refuse(unread);
        if (body.Length == 0)
            return Refuse(Problem.Malformed("empty-body", "The form is empty: no field was sent."));
        return await read(body, type);
    }

    internal static BodyResult.Refused Refuse(Problem problem) => new(problem);

    internal static bool IsUtf8(MediaTypeHeaderValue type) =>
        HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static Func<ReadOnlyMemory<byte>, MediaTypeHeaderValue, Task<BodyResult>>? Reader(MediaTypeHeaderValue type)
    {
        if (Wants.IsJson(type))
            return (body, _) => Task.FromResult(JsonBody.Read(body));
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return (body, _) => Task.FromResult(UrlEncodedBody.Read(body.Span));
        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) ? MultipartBody.ReadAsync : null;
    }
}
