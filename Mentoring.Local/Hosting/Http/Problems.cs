using System.Text.Json;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Local.Hosting.Http;

/// <summary>Answers in RFC 9457 that the host itself gives, where no function did.</summary>
internal static class Problems
{
    public static async Task WriteAsync(HttpContext http, int status, string code, string title)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json";
        SecurityHeaders.Apply(http.Response);
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await http.Response.WriteAsync(JsonSerializer.Serialize(new { type = "about:blank", title, status, code }), http.RequestAborted);
    }
}
