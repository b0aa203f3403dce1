using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>Runs functions, each in a scope of its own.</summary>
internal sealed class FunctionRunner(IServiceScopeFactory scopes, FunctionExecutionDelegate pipeline)
{
    private long invocations;

    /// <summary>Runs a function that no request waits for; answers what it returned.</summary>
    public async Task<object?> RunAsync(FunctionEntry entry, object? data, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var invocation = Prepare(entry, scope.ServiceProvider, data, null, cancellation);
        await pipeline(invocation);
        return invocation.Result;
    }

    /// <summary>Runs a function in its request's scope; answers what it returned.</summary>
    public async Task<object?> RunAsync(FunctionEntry entry, HttpContext http)
    {
        var invocation = Prepare(entry, http.RequestServices, null, http, http.RequestAborted);
        await pipeline(invocation);
        return invocation.Result;
    }

    /// <summary>Runs an orchestrator's code on the thread and under the context of its engine.</summary>
    public async Task<object?> RunAsync(FunctionEntry entry, TaskOrchestrationContext context)
    {
        // A turn that waits for ever is dropped, so the scope must hold nothing that needs disposal to be freed.
        await using var scope = scopes.CreateAsyncScope();
        return await entry.InvokeAsync(Prepare(entry, scope.ServiceProvider, context, null, CancellationToken.None));
    }

    private Invocation Prepare(FunctionEntry entry, IServiceProvider services, object? data, HttpContext? http, CancellationToken cancellation) =>
        new(entry, Interlocked.Increment(ref invocations), services, data, http, cancellation);
}
