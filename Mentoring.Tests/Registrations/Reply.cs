using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Tests.Registrations;

/// <summary>What a client got.</summary>
internal sealed record Reply(int Status, string Body, IHeaderDictionary Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Location => Headers.Location.ToString();

    /// <summary>A problem document with this status and code, and a sentence.</summary>
    public void AssertProblem(int status, string code)
    {
        Assert.Equal((status, code), (Status, Json.GetProperty("code").GetString()));
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Json.GetProperty("detail").GetString()!);
    }
}
