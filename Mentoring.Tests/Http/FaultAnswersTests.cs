using Mentoring.Functions.Http;
using Mentoring.Tests.Registrations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Mentoring.Tests.Http;

/// <summary>What people get from a function that failed, in the worker's own pipeline.</summary>
public sealed class FaultAnswersTests
{
    [Theory]
    [InlineData("text/html", "text/html; charset=utf-8", "Something went wrong on our side")]
    [InlineData("application/json", "application/problem+json", "\"code\":\"internal-error\"")]
    public async Task A_fault_is_answered_as_one_and_goes_on(string accept, string type, string words)
    {
        using var office = new Office();
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(), Response = { Body = new MemoryStream() } };
        http.Request.Headers.Accept = accept;

        await Assert.ThrowsAsync<IOException>(() => new FaultAnswers(office.Get<Answers>()).Invoke(Context(http), static _ => throw new IOException("A secret path.")));

        var answer = System.Text.Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        Assert.Equal((StatusCodes.Status500InternalServerError, type), (http.Response.StatusCode, http.Response.ContentType));
        Assert.Contains(words, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_what_nobody_waits_for_goes_on_untouched()
    {
        using var office = new Office();

        await Assert.ThrowsAsync<IOException>(() => new FaultAnswers(office.Get<Answers>()).Invoke(Context(null), static _ => throw new IOException()));
    }

    /// <summary>The worker keeps the request under this name.</summary>
    private static FunctionContext Context(HttpContext? http)
    {
        var context = new Mock<FunctionContext>();
        context.SetupGet(each => each.Items).Returns(http is null ? new Dictionary<object, object>() : new Dictionary<object, object> { ["HttpRequestContext"] = http });
        return context.Object;
    }
}
