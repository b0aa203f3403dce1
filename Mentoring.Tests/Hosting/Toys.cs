using Mentoring.Functions.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Mentoring.Tests.Hosting;

/// <summary>What the toys did, in order.</summary>
public sealed class ToyRecord
{
    public List<string> Done { get; } = [];

    /// <summary>Runs within the work on each message and activity.</summary>
    public Action<string>? Within { get; set; }

    public void Add(string what)
    {
        lock (Done) Done.Add(what);
        Within?.Invoke(what);
    }
}

public sealed class HttpToys(TimeProvider time)
{
    [Function("ToyByName")]
    public IResult ByName([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "toys/{name}")] HttpRequest request, string name, FunctionContext context) =>
        Results.Json(new { name, now = time.GetUtcNow(), function = context.FunctionDefinition.Name, query = request.Query["q"].ToString() });

    [Function("ToySquare")]
    public static IActionResult Square([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "toys/squares/{number}")] HttpRequest request, int number) =>
        new OkObjectResult(number * number);

    [Function("ToyMake")]
    public static async Task<IActionResult> MakeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "toys")] HttpRequest request, CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellation);
        return new ContentResult { StatusCode = 201, Content = body.ToUpperInvariant(), ContentType = "text/plain; charset=utf-8" };
    }

    [Function("ToyFails")]
    public static IResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "toys/fails/always")] HttpRequest request) =>
        throw new InvalidOperationException("a secret of the toy's");

    [Function("ToyCoordinator")]
    public static IResult Coordinator([HttpTrigger(AuthorizationLevel.Function, "get", Route = "coordinator/toys")] HttpRequest request) => Results.Text("for the coordinator");

    [Function("ToyNothing")]
    public static async Task NothingAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "nothing")] HttpRequest request)
    {
        request.HttpContext.Response.StatusCode = 404;
        await request.HttpContext.Response.WriteAsync($"my own words, {request.Method}");
    }
}

/// <summary>Two that want the same address.</summary>
public static class RivalToys
{
    [Function("RivalB")]
    public static IResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rivals/b")] HttpRequest request) => Results.Text("B");

    [Function("RivalA")]
    public static IResult Any([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) => Results.Text("A");
}

public sealed class TimerToys(ToyRecord record, TimeProvider time)
{
    [Function("EveryFiveMinutes")]
    public void EveryFiveMinutes([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => record.Add($"five {time.GetUtcNow():MM-ddTHH:mm:ss}{(timer.IsPastDue ? " late" : "")}");

    [Function("Daily")]
    public Task DailyAsync([TimerTrigger("%DAILY%")] TimerInfo timer, CancellationToken cancellation)
    {
        record.Add($"daily {time.GetUtcNow():MM-ddTHH:mm:ss}");
        return Task.CompletedTask;
    }
}

public sealed class QueueToys(ToyRecord record, IQueue queue, TimeProvider time)
{
    [Function("ToySend")]
    public async Task<IResult> SendAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "messages/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body);
        await queue.SendAsync("toys", id, await reader.ReadToEndAsync(cancellation), cancellation);
        return Results.Accepted();
    }

    [Function("ToyConsume")]
    public void Consume([ServiceBusTrigger("toys", Connection = "ServiceBusConnection")] string body, FunctionContext context)
    {
        record.Add($"message {body} {time.GetUtcNow():HH:mm:ss} try {context.RetryContext.RetryCount}");
        if (body.StartsWith("bad", StringComparison.Ordinal)) throw new InvalidOperationException("The toy doesn't like it.");
    }
}

public sealed class DurableToys(ToyRecord record, TimeProvider time)
{
    [Function("ToyStart")]
    public static async Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "journeys/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client, string id, CancellationToken cancellation)
    {
        await client.ScheduleNewOrchestrationInstanceAsync("ToyJourney", new ToyPlan(id, 3), new StartOrchestrationOptions(id), cancellation);
        return Results.Accepted();
    }

    [Function("ToyWave")]
    public static async Task<IResult> WaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "journeys/{id}/wave")] HttpRequest request, [DurableClient] DurableTaskClient client, string id, CancellationToken cancellation)
    {
        await client.RaiseEventAsync(id, "wave", "hello", cancellation);
        return Results.Accepted();
    }

    /// <summary>Steps with a day between them, then a wave or five days without one.</summary>
    [Function("ToyJourney")]
    public static async Task<string> JourneyAsync([OrchestrationTrigger] TaskOrchestrationContext context, ToyPlan plan)
    {
        var way = "";
        for (var step = 1; step <= plan.Steps; step++)
        {
            way += await context.CallActivityAsync<string>("ToyStep", new ToyStep(plan.Name, step));
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
        }

        try
        {
            way += await context.WaitForExternalEvent<string>("wave", TimeSpan.FromDays(5));
        }
        catch (OperationCanceledException)
        {
            way += "nobody";
        }

        await context.CallActivityAsync("ToyArrive", way);
        return way;
    }

    [Function("ToyStep")]
    public string Step([ActivityTrigger] ToyStep step, string instanceId)
    {
        record.Add($"step {step.Name} {step.Number} of {instanceId} at {time.GetUtcNow():MM-ddTHH:mm}");
        return $"{step.Number},";
    }

    [Function("ToyArrive")]
    public Task ArriveAsync([ActivityTrigger] string way, FunctionContext context)
    {
        record.Add($"arrive {way} at {time.GetUtcNow():MM-ddTHH:mm}");
        return Task.CompletedTask;
    }
}

public sealed record ToyPlan(string Name, int Steps);

public sealed record ToyStep(string Name, int Number);
