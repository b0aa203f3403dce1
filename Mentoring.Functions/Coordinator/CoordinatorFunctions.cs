using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator;

/// <summary>Where a person must act: matching by hand, keeping people apart, taking back an offer, vouching for a membership. And the journal.</summary>
public sealed class CoordinatorFunctions(HandMatching matching, KeepingApart apart, OfferWithdrawal withdrawal, MembershipConfirmation memberships, JournalDesk journal, ILogger<CoordinatorFunctions> logger)
{
    [Function("MatchByHand")]
    public Task<IResult> MatchAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/coordinator/pairs")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        matching.MatchAsync(request, new DurableWaker(client, logger), cancellation);

    [Function("KeepApart")]
    public Task<IResult> KeepApartAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/coordinator/exclusions")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        apart.KeepApartAsync(request, new DurableWaker(client, logger), cancellation);

    [Function("WithdrawOffer")]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/coordinator/offers/{id}/withdraw")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        withdrawal.WithdrawAsync(request, id, new DurableWaker(client, logger), cancellation);

    [Function("ConfirmMembership")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/coordinator/memberships/{id}/confirm")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        memberships.ConfirmAsync(request, id, new DurableWaker(client, logger), cancellation);

    [Function("ListJournal")]
    public Task<IResult> JournalAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/coordinator/journal")] HttpRequest request, CancellationToken cancellation) =>
        journal.ListAsync(request, cancellation);
}
