using Microsoft.AspNetCore.Http;

namespace Mentoring.Local.Hosting.Http;

/// <summary>Gives a body to the answers that routing and the server leave without one, and hides what an exception says.</summary>
internal sealed class ProblemAnswers(RequestDelegate next, FaultLog faults)
{
    private const string Nothing = "There is nothing at this address";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            var (code, title) = refused.StatusCode switch
            {
                StatusCodes.Status404NotFound => ("not-found", Nothing),
                StatusCodes.Status413PayloadTooLarge => ("too-large", "The request is too large"),
                _ => ("bad-request", "The request can't be read"),
            };
            await Problems.WriteAsync(http, refused.StatusCode, code, title);
            return;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault)
        {
            faults.Add(http.GetEndpoint()?.DisplayName ?? "http", fault);
            if (http.Response.HasStarted) throw;
            http.Response.Clear();
            await Problems.WriteAsync(http, StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong on our side");
            return;
        }

        if (http.Response.HasStarted || http.GetEndpoint()?.Metadata.GetMetadata<FunctionEndpoint>() is not null) return;
        if (http.Response.StatusCode == StatusCodes.Status404NotFound)
            await Problems.WriteAsync(http, StatusCodes.Status404NotFound, "not-found", Nothing);
        else if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            await Problems.WriteAsync(http, StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This address does not answer to this method");
    }
}
