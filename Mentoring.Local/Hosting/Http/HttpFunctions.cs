using Mentoring.Local.Hosting.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Local.Hosting.Http;

/// <summary>Maps HTTP functions to their routes. As in a Functions host, the first by name whose route and method fit is called, however well another would.</summary>
internal static class HttpFunctions
{
    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<FunctionEntry> functions, FunctionRunner runner, RequestsUnderWay requests, WorkSignal signal, string? thisMachineOnly)
    {
        // The machine's own pages have order 0 and come before.
        foreach (var (order, function) in functions.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Index())
        {
            if (function.Trigger is not Trigger.Http trigger) continue;
            var endpoint = new FunctionEndpoint(function, trigger, runner, requests, signal);
            var mapped = trigger.Methods.Count == 0
                ? routes.Map("/" + trigger.Route, endpoint.InvokeAsync)
                : routes.MapMethods("/" + trigger.Route, trigger.Methods.Select(method => method.ToUpperInvariant()), endpoint.InvokeAsync);
            mapped.WithDisplayName(function.Name).WithMetadata(endpoint).WithOrder(order + 1);
            if (thisMachineOnly is not null && trigger.Route.Split('/')[0] == thisMachineOnly) mapped.WithMetadata(Loopback.Only);
        }
    }
}
