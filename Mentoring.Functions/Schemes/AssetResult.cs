using System.Security.Cryptography;
using System.Text;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Functions.Schemes;

/// <summary>A text that is the same for everybody, such as the stylesheet. Browsers keep it for a day, then ask by its hash whether it is still the same.</summary>
internal sealed class AssetResult(string text, string contentType) : IResult
{
    private readonly byte[] _content = Encoding.UTF8.GetBytes(text);
    private readonly string _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]}\"";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.Apply(response);
        response.Headers.CacheControl = "public, max-age=86400";
        response.Headers.ETag = _tag;
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Tag == _tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType + "; charset=utf-8";
        response.ContentLength = _content.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(_content, httpContext.RequestAborted);
    }
}
