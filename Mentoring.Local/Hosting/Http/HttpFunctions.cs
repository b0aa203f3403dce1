using Mentoring.Local.Hosting.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Local.Hosting.Http;

/// <summary>Maps HTTP functions to their routes.</summary>
internal static class HttpFunctions
{
    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<FunctionEntry> functions, FunctionRunner runner, RequestsUnderWay requests, WorkSignal signal, string? thisMachineOnly)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is not Trigger.Http trigger) continue;
            var endpoint = new FunctionEndpoint(function, trigger, runner, requests, signal);
            var mapped = trigger.Methods.Count == 0
                ? routes.Map("/" + trigger.Route, endpoint.InvokeAsync)
                : routes.MapMethods("/" + trigger.Route, trigger.Methods.Select(method => method.ToUpperInvariant()), endpoint.InvokeAsync);
            mapped.WithDisplayName(function.Name).WithMetadata(endpoint);
            if (thisMachineOnly is not null && trigger.Route.Split('/')[0] == thisMachineOnly) mapped.WithMetadata(Loopback.Only);
        }
    }
}
