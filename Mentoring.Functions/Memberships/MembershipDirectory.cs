using System.Net;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Memberships;

/// <summary>The association's directory, over HTTP: <c>GET {address}?number={number}</c>. Its contract stands in README.md.</summary>
/// <remarks>
/// Whatever is not plainly a yes or a no counts as no answer: nobody is refused because the directory is down, slow, moved or broken.
/// So a 404 counts only where it is JSON, which an address that is wrong does not answer with.
/// </remarks>
public sealed partial class MembershipDirectory(HttpClient client, ILogger<MembershipDirectory> logger) : IMembershipRecords
{
    /// <summary>An answer is some fifty bytes.</summary>
    public const int MostBytes = 16 * 1024;

    public bool AreThere => true;

    public async ValueTask<MembershipRecord?> FindAsync(string number, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("?number=" + Uri.EscapeDataString(number), UriKind.Relative), cancellation);
            var isJson = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
            if (isJson && answer.StatusCode == HttpStatusCode.NotFound)
                return new MembershipRecord.NoMember();
            if (isJson && answer.StatusCode == HttpStatusCode.OK && DirectoryAnswer.Read(await answer.Content.ReadAsByteArrayAsync(cancellation)) is { } member)
                return member;
            NotUnderstood(logger, (int)answer.StatusCode);
            return null;
        }
#pragma warning disable CA1031 // Networks, policies and credentials fail in many ways; every one of them means that there is no answer now.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NoAnswer(logger, failure.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The membership directory answered with {Status} and nothing that could be understood; it is asked again later")]
    private static partial void NotUnderstood(ILogger logger, int status);

    [LoggerMessage(2, LogLevel.Warning, "The membership directory did not answer ({Failure}); it is asked again later")]
    private static partial void NoAnswer(ILogger logger, string failure);
}
