using System.Globalization;
using System.Net;
using System.Text.Json;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Http;

/// <summary>The published description of the interface.</summary>
internal static class OpenApi
{
    public static JsonElement Document { get; } = JsonDocument.Parse(Repository.Read("Mentoring.Functions/openapi.json")).RootElement;

    /// <summary>Whether an operation's description knows such an answer.</summary>
    /// <param name="route">As the function's attribute has it.</param>
    public static bool Describes(string method, string route, HttpStatusCode status) =>
        Document.GetProperty("paths").GetProperty("/" + route).GetProperty(method.ToLowerInvariant()).GetProperty("responses")
            .TryGetProperty(((int)status).ToString(CultureInfo.InvariantCulture), out _);
}
