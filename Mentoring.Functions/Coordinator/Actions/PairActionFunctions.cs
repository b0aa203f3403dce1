using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Forms by which the coordinator acts on pairs. Each asks before it acts.</summary>
public sealed class PairActionFunctions(PairActions actions, Reassignment reassignment, ILogger<PairActionFunctions> logger)
{
    private const string Withdrawal = "coordinator/offers/{id}/withdraw";
    private const string Reassigning = "coordinator/partnerships/{id}/reassign";

    [Function("AskToMatch")]
    public Task<IResult> ShowMatchAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/pair")] HttpRequest request, CancellationToken cancellation) =>
        actions.ShowMatchAsync(request, cancellation);

    [Function("MatchAtDesk")]
    public Task<IResult> MatchAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "coordinator/pair")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.MatchAsync(request, new DurableWaker(client, logger), cancellation);

    [Function("AskToKeepApart")]
    public Task<IResult> ShowApartAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/apart")] HttpRequest request, CancellationToken cancellation) =>
        actions.ShowApartAsync(request, cancellation);

    [Function("KeepApartAtDesk")]
    public Task<IResult> KeepApartAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "coordinator/apart")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.KeepApartAsync(request, new DurableWaker(client, logger), cancellation);

    [Function("AskToWithdrawOffer")]
    public Task<IResult> ShowWithdrawalAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Withdrawal)] HttpRequest request, string id, CancellationToken cancellation) =>
        actions.ShowWithdrawalAsync(request, id, cancellation);

    [Function("WithdrawOfferAtDesk")]
    public Task<IResult> WithdrawAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Withdrawal)] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.WithdrawAsync(request, id, new DurableWaker(client, logger), cancellation);

    [Function("AskToReassign")]
    public Task<IResult> ShowReassigningAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Reassigning)] HttpRequest request, string id, CancellationToken cancellation) =>
        reassignment.ShowAsync(request, id, cancellation);

    [Function("ReassignAtDesk")]
    public Task<IResult> ReassignAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Reassigning)] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        reassignment.ActAsync(request, id, new DurableWaker(client, logger), cancellation);
}
