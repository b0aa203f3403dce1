using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Http;

public class SameOriginTests
{
    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("same-origin", "null", true)]
    [InlineData("none", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("cross-site", "http://localhost:7071", false)]
    [InlineData("same-site", null, false)]
    [InlineData("anything", null, false)]
    [InlineData(null, null, true)]
    [InlineData(null, "null", true)]
    [InlineData(null, "http://localhost:7071", true)]
    [InlineData(null, "https://scheme.example", true)]
    [InlineData(null, "https://localhost:7071", false)]
    [InlineData(null, "http://localhost:7072", false)]
    [InlineData(null, "https://scheme.example.evil.example", false)]
    public void Posts_to_pages_behind_a_token_come_from_our_own_pages(string? site, string? origin, bool passes)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = "http";
        request.Host = new HostString("localhost", 7071);
        request.Headers["Sec-Fetch-Site"] = site;
        request.Headers.Origin = origin;

        var refusal = SameOrigin.Refusal(request, new Uri("https://scheme.example/mentoring/"));

        Assert.Equal(passes ? null : (403, "cross-site"), refusal is null ? ((int, string)?)null : (refusal.Status, refusal.Code));
    }
}
