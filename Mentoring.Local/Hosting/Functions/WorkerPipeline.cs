using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Local.Hosting.Functions;

/// <summary>The middleware around each function. Orchestrators run without it: they are replayed, and it is no part of their history.</summary>
internal sealed class WorkerPipeline(IServiceCollection services) : IFunctionsWorkerApplicationBuilder
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];

    public IServiceCollection Services { get; } = services;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        this.middleware.Add(middleware);
        return this;
    }

    /// <summary>The whole way in; the first middleware that was added comes first.</summary>
    public FunctionExecutionDelegate Build()
    {
        FunctionExecutionDelegate next = static async context =>
        {
            var invocation = (Invocation)context;
            invocation.Result = await invocation.Entry.InvokeAsync(invocation);
        };
        for (var index = middleware.Count - 1; index >= 0; index--) next = middleware[index](next);
        return next;
    }
}
