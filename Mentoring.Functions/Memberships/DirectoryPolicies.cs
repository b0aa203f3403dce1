using System.Net;
using System.Security.Cryptography;
using Polly;
using Polly.Timeout;

namespace Mentoring.Functions.Memberships;

/// <summary>What stands between us and a directory in trouble: a time limit for each try, a breaker over all tries, and retries that do not come in step.</summary>
public static class DirectoryPolicies
{
    /// <summary>One for all requests: the breaker counts over them.</summary>
    public static IAsyncPolicy<HttpResponseMessage> Of(DirectoryPatience patience)
    {
        var trouble = Policy<HttpResponseMessage>.Handle<HttpRequestException>().Or<TimeoutRejectedException>().OrResult(IsTrouble);
        return Policy.WrapAsync(
            trouble.WaitAndRetryAsync(patience.Retries, attempt => Pause(patience.Pause, attempt), (failed, _) => failed.Result?.Dispose()),
            trouble.CircuitBreakerAsync(patience.FailuresToBreak, patience.Break),
            Policy.TimeoutAsync<HttpResponseMessage>(patience.Try));
    }

    private static bool IsTrouble(HttpResponseMessage answer) =>
        answer.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    /// <summary>By chance, because many instances that were turned away together would else come back together.</summary>
    private static TimeSpan Pause(TimeSpan first, int attempt)
    {
        var whole = (int)first.TotalMilliseconds << (attempt - 1);
        return TimeSpan.FromMilliseconds(whole + RandomNumberGenerator.GetInt32(whole + 1));
    }
}
