using System.Reflection;
using Mentoring.Functions.Schemes;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Tests.Http;

/// <summary>Every HTTP endpoint there is, read from the functions' attributes, so that a new one is tested with the others.</summary>
internal static class Endpoints
{
    /// <summary>Method in upper case, and route as declared.</summary>
    public static IReadOnlyList<(string Method, string Route)> All { get; } =
    [
        .. from type in typeof(KnownRoutes).Assembly.GetTypes()
           from function in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           from trigger in function.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
           from method in trigger.Methods ?? ["get", "post", "put", "delete"]
           select (method.ToUpperInvariant(), trigger.Route!),
    ];

    public static IEnumerable<(string Method, string Route)> Posts => All.Where(endpoint => endpoint.Method is "POST" or "PATCH" && endpoint.Route[0] != '{');

    /// <summary>The address of an endpoint in a scheme that is lived in.</summary>
    public static string Address(this LivedInScheme scheme, string route)
    {
        var page = route.Split('/')[0];
        if (scheme.Pages.TryGetValue(page, out var path))
            return path + route[(page + "/{token}").Length..];
        return "/" + route
            .Replace("offers/{id}", "offers/" + scheme.Offer, StringComparison.Ordinal)
            .Replace("{id}", scheme.Journey.Round, StringComparison.Ordinal)
            .Replace("{code}", "handbook", StringComparison.Ordinal)
            .Replace("{*path}", "nothing/here", StringComparison.Ordinal);
    }

    /// <summary>Its address with another word for each thing it names.</summary>
    public static string Address(string route, string word) =>
        "/" + string.Join('/', route.Split('/').Select(part => part[0] == '{' ? word : part));
}
