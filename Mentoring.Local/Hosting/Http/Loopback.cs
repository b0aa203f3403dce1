using System.Net;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Local.Hosting.Http;

/// <summary>Keeps what belongs to the coordinator and to this machine away from everyone else.</summary>
internal static class Loopback
{
    /// <summary>Marks an endpoint that <see cref="GuardAsync"/> keeps to this machine.</summary>
    public static readonly object Only = new Mark();

    /// <summary>Middleware after routing.</summary>
    public static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Mark>() is null || await AdmitAsync(http)) await next(http);
    }

    /// <summary>Whether the request comes from this machine and was meant for it; answers 403 where not.</summary>
    public static async ValueTask<bool> AdmitAsync(HttpContext http)
    {
        if (IsOurs(http)) return true;
        await Problems.WriteAsync(http, StatusCodes.Status403Forbidden, "this-machine-only", "This address is open on the machine itself only");
        return false;
    }

    /// <summary>A proxy hides where a request comes from, and a foreign name for this machine is how a web page elsewhere reaches it.</summary>
    private static bool IsOurs(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded")
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));

    private sealed class Mark;
}
