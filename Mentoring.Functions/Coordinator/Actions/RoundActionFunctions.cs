using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Forms by which the coordinator acts on rounds. Each asks before it acts.</summary>
public sealed class RoundActionFunctions(RoundActions actions, ILogger<RoundActionFunctions> logger)
{
    private const string Round = "coordinator/rounds/{id}";

    [Function("AskToOpenRound")]
    public Task<IResult> ShowOpeningAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/rounds")] HttpRequest request, CancellationToken cancellation) =>
        actions.ShowOpeningAsync(request, cancellation);

    [Function("OpenRoundAtDesk")]
    public Task<IResult> OpenAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "coordinator/rounds")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.OpenAsync(request, new DurableWaker(client, logger), cancellation);

    [Function("AskToExtendRound")]
    public Task<IResult> ShowExtensionAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/extend")] HttpRequest request, string id, CancellationToken cancellation) =>
        actions.ShowExtensionAsync(request, id, cancellation);

    [Function("ExtendRoundAtDesk")]
    public Task<IResult> ExtendAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Round + "/extend")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.ExtendAsync(request, id, new DurableWaker(client, logger), cancellation);

    [Function("AskToRunRound")]
    public Task<IResult> ShowRunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/run")] HttpRequest request, string id, CancellationToken cancellation) =>
        actions.ShowRunAsync(request, id, cancellation);

    [Function("RunRoundAtDesk")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Round + "/run")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.RunAsync(request, id, new DurableWaker(client, logger), cancellation);

    [Function("AskToSettle")]
    public Task<IResult> ShowSettlingAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/settle/{point}")] HttpRequest request, string id, string point, CancellationToken cancellation) =>
        actions.ShowSettlingAsync(request, id, point, cancellation);

    [Function("SettleAtDesk")]
    public Task<IResult> SettleAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Round + "/settle/{point}")] HttpRequest request, string id, string point, CancellationToken cancellation) =>
        actions.SettleAsync(request, id, point, cancellation);
}
