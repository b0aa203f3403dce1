using Mentoring.Local.Hosting.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Local.Hosting.Http;

/// <summary>Answers requests by an HTTP function, as the Functions worker's integration with ASP.NET Core does.</summary>
internal sealed class FunctionEndpoint(FunctionEntry entry, Trigger.Http trigger, FunctionRunner runner, RequestsUnderWay requests, WorkSignal signal)
{
    private static readonly ActionDescriptor NoAction = new();

    public async Task InvokeAsync(HttpContext http)
    {
        if (trigger.Level != AuthorizationLevel.Anonymous && !await Loopback.AdmitAsync(http)) return;
        requests.Begin();
        try
        {
            await AnswerAsync(http);
        }
        finally
        {
            requests.End();
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var answer = await runner.RunAsync(entry, http);

        // It may have started an orchestration or raised an event.
        signal.Raise();
        switch (answer)
        {
            case IActionResult action:
                await action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), NoAction));
                break;
            case IResult result:
                await result.ExecuteAsync(http);
                break;
            case { } other:
                throw new InvalidOperationException($"Function {entry.Name} returned {other.GetType().Name}; an HTTP function returns an IActionResult, an IResult or nothing.");
        }
    }
}
