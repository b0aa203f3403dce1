using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Mentoring.Local.Hosting.Http;

/// <summary>Carries an HTTP client's requests to the server in the same process. Redirects and cookies are left to the caller.</summary>
internal sealed class InProcessHandler(InProcessServer server) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = new InProcessResponse();
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(await ReadAsync(request, cancellationToken));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = aborted.Token });
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = IPAddress.Loopback, LocalIpAddress = IPAddress.Loopback });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);

        await server.ProcessAsync(features);
        return Answer(request, response, await response.FinishAsync());
    }

    private static async Task<HttpRequestFeature> ReadAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var address = request.RequestUri!;
        var headers = new HeaderDictionary { ["Host"] = address.Authority };
        foreach (var header in request.Headers) headers[header.Key] = header.Value.ToArray();
        var body = Stream.Null;
        if (request.Content is { } content)
        {
            body = await content.ReadAsStreamAsync(cancellation);
            headers.ContentLength = content.Headers.ContentLength;
            foreach (var header in content.Headers) headers[header.Key] = header.Value.ToArray();
        }

        return new HttpRequestFeature
        {
            Method = request.Method.Method,
            Scheme = address.Scheme,
            Protocol = "HTTP/1.1",
            Path = PathString.FromUriComponent(address).Value!,
            QueryString = address.Query,
            RawTarget = address.PathAndQuery,
            Headers = headers,
            Body = body,
        };
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request, InProcessResponse response, byte[] body)
    {
        var content = new ByteArrayContent(request.Method == HttpMethod.Head ? [] : body);
        var answer = new HttpResponseMessage((HttpStatusCode)response.StatusCode) { RequestMessage = request, Content = content };
        foreach (var (name, values) in response.Headers)
        {
            if (!answer.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)) content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return answer;
    }
}
