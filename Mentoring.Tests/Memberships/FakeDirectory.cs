using System.Net;
using System.Net.Mime;
using System.Text;
using System.Web;
using Mentoring.Functions.Memberships;
using Mentoring.Local.Memberships;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentoring.Tests.Memberships;

/// <summary>The association's directory without a network: it keeps to its contract, unless it is in trouble.</summary>
internal sealed class FakeDirectory : HttpMessageHandler
{
    public static readonly Uri Address = new("https://directory.example/members");

    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    /// <summary>Tries that reached it.</summary>
    public int Tries { get; private set; }

    public HttpRequestMessage? Last { get; private set; }

    /// <summary>Answers in its stead, given the number of the try, from 1; null where it is well.</summary>
    public Func<int, CancellationToken, Task<HttpResponseMessage>>? Trouble { get; set; }

    public bool IsDown
    {
        set => Trouble = value ? (_, _) => throw new HttpRequestException("The directory cannot be reached.") : null;
    }

    /// <summary>It takes every request and says nothing.</summary>
    public void NeverAnswers() => Trouble = async (_, cancellation) =>
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        throw new InvalidOperationException("Nobody waits so long.");
    };

    public FakeDirectory With(string number, string standing = "current", string grade = "GOLD")
    {
        _members[number] = $$"""{ "standing": "{{standing}}", "grade": "{{grade}}", "since": 2011 }""";
        return this;
    }

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "{}", string type = MediaTypeNames.Application.Json) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    /// <summary>The real client with the real policies, and this at its end.</summary>
    public void AddTo(IServiceCollection services, DirectoryPatience patience, string? audience = null)
    {
        services.RemoveAll<IMembershipRecords>();
        services.AddDirectory(Address, audience, patience, (client, policy) => client.AddHttpMessageHandler(() => new PolicyHandler(policy)).ConfigurePrimaryHttpMessageHandler(() => this));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Tries, Last) = (Tries + 1, request);
        if (Trouble is { } trouble)
            return trouble(Tries, cancellationToken);
        var number = HttpUtility.ParseQueryString(request.RequestUri!.Query)["number"]!;
        return Task.FromResult(_members.TryGetValue(number, out var json) ? Answer(HttpStatusCode.OK, json) : Answer(HttpStatusCode.NotFound));
    }
}
