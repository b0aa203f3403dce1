using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Forms by which the coordinator settles what stopped. Each asks before it acts.</summary>
public sealed class RedriveActionFunctions(RedriveActions actions, ILogger<RedriveActionFunctions> logger)
{
    private const string Mail = "coordinator/mail/{id}/send";
    private const string Instance = "coordinator/instances/{id}/restart";
    private const string Membership = "coordinator/people/{id}/membership";

    [Function("AskToSendMail")]
    public Task<IResult> ShowMailAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Mail)] HttpRequest request, string id, CancellationToken cancellation) => actions.ShowMailAsync(request, id, cancellation);

    [Function("SendMailAtDesk")]
    public Task<IResult> SendAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Mail)] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.SendAsync(request, id, new DurableWaker(client, logger), cancellation);

    [Function("AskToRestart")]
    public Task<IResult> ShowInstanceAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Instance)] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.ShowInstanceAsync(request, id, client, cancellation);

    [Function("RestartAtDesk")]
    public Task<IResult> RestartAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Instance)] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.RestartAsync(request, id, client, new DurableWaker(client, logger), cancellation);

    [Function("AskToConfirmMembership")]
    public Task<IResult> ShowMembershipAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Membership)] HttpRequest request, string id, CancellationToken cancellation) => actions.ShowMembershipAsync(request, id, cancellation);

    [Function("ConfirmMembershipAtDesk")]
    public Task<IResult> ConfirmAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Membership)] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.ConfirmAsync(request, id, new DurableWaker(client, logger), cancellation);
}
