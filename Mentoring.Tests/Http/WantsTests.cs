using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Http;

public class WantsTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("*/*", false)]
    [InlineData("nonsense;;", false)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false)]
    [InlineData("application/json", true)]
    [InlineData("APPLICATION/JSON; charset=utf-8", true)]
    [InlineData("application/problem+json", true)]
    [InlineData("application/json, text/plain, */*", true)]
    [InlineData("application/json, text/html;q=0.9", true)]
    [InlineData("text/html, application/json;q=0.9", false)]
    [InlineData("text/html, application/json", false)]
    [InlineData("application/json;q=0", false)]
    [InlineData("application/xml", false)]
    public void Json_is_for_who_names_it_and_likes_it_better_than_a_page(string? accept, bool json)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;

        Assert.Equal(json, Wants.Json(request));
    }

    [Theory]
    [InlineData(null, "application/json", true)]
    [InlineData("*/*", "application/json; charset=utf-8", true)]
    [InlineData("text/html", "application/json", false)]
    [InlineData("*/*", "application/x-www-form-urlencoded", false)]
    public void Who_says_nothing_gets_what_they_sent(string? accept, string contentType, bool json)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = HttpMethods.Post;
        request.Headers.Accept = accept;
        request.ContentType = contentType;

        Assert.Equal(json, Wants.Json(request));
    }
}
