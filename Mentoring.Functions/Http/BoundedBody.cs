using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Http;

/// <summary>Reads a body and never more of it than allowed, whatever its headers promise.</summary>
internal static class BoundedBody
{
    /// <returns>The whole body, or why it was not read to its end.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, Problem? Problem)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes)
            return (default, TooLarge(maxBytes));

        // One byte more than allowed tells a body that is too large from one that just fits.
        var buffer = new byte[Math.Min(request.ContentLength ?? maxBytes, maxBytes) + 1];
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            return length > maxBytes ? (default, TooLarge(maxBytes)) : (buffer.AsMemory(0, length), null);
        }
        catch (BadHttpRequestException broken)
        {
            return (default, broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge(maxBytes)
                : new Problem(broken.StatusCode, "body-unreadable", "The request's body could not be read to its end. Send it again."));
        }
        catch (IOException)
        {
            return (default, Problem.Malformed("body-unreadable", "The request's body could not be read to its end. Send it again."));
        }
    }

    private static Problem TooLarge(int maxBytes) => new(
        StatusCodes.Status413PayloadTooLarge,
        "body-too-large",
        string.Create(CultureInfo.InvariantCulture, $"The form is too large: at most {maxBytes / 1024} KiB are read. Shorten the longest texts and send it again."));
}
