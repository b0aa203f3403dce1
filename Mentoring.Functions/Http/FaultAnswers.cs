using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Mentoring.Functions.Http;

/// <summary>
/// Answers in place of a function that failed: the worker by itself would give an empty page that looks like success. The fault goes on,
/// so that it is counted and logged as one.
/// </summary>
public sealed class FaultAnswers(Answers answers) : IFunctionsWorkerMiddleware
{
    private static readonly Problem Failed = new(
        StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong on our side, and what you sent may not have been taken. Please try again in a few minutes.");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch when (context.GetHttpContext() is { Response.HasStarted: false })
        {
            var http = context.GetHttpContext()!;
            http.Response.Clear();
            await answers.Problem(http.Request, Failed).ExecuteAsync(http);
            throw;
        }
    }
}
