using System.Text;
using Mentoring.Functions.Http;
using Mentoring.Pages.Coordinator;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Reads the one form of the scheme that takes a file.</summary>
internal static class UploadForm
{
    public const int MostMebibytes = 8;

    private const int LongestBoundary = 70;
    private const int LongestToken = 200;

    /// <summary>The form's token and the file, or why they cannot be read.</summary>
    public static async Task<(string? Token, byte[]? File, Problem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return (null, null, Problem.Unsupported("content-type", "Send the file as multipart/form-data."));
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
            return (null, null, Malformed);
        if (request.Headers.ContentEncoding.ToString() is not ("" or "identity"))
            return (null, null, Problem.Unsupported("content-encoding", "Compressed bodies cannot be read. Send the file as it is."));
        var (body, unread) = await BoundedBody.ReadAsync(request, MostMebibytes * 1024 * 1024, cancellation);
        return unread is not null ? (null, null, unread) : await PartsAsync(boundary, body, cancellation);
    }

    private static Problem Malformed => Problem.Malformed("malformed-form", "The form's parts are damaged or incomplete. Choose the file again.");

    private static async Task<(string? Token, byte[]? File, Problem? Problem)> PartsAsync(string boundary, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        string? token = null;
        byte[]? file = null;
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            var reader = new MultipartReader(boundary, stream);
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content, cancellation);
                var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString() : "";
                if (name == "file")
                    file = content.ToArray();
                else if (name == DeskVisit.Field && content.Length <= LongestToken)
                    token = Encoding.ASCII.GetString(content.ToArray());
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return (null, null, Malformed);
        }

        return (token, file, null);
    }
}
