using System.Security.Cryptography;
using System.Text;
using Mentoring.Functions.Http;
using Mentoring.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Schemes;

/// <summary>The stylesheet. Browsers keep it for a day, then ask by its hash whether it is still the same.</summary>
internal sealed class StylesheetResult : IResult
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(SiteStylesheet.Text);
    private static readonly string Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Content))[..32]}\"";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.Apply(response);
        response.Headers.CacheControl = "public, max-age=86400";
        response.Headers.ETag = Tag;
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Tag == Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "text/css; charset=utf-8";
        response.ContentLength = Content.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(Content, httpContext.RequestAborted);
    }
}
