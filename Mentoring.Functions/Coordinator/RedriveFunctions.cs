using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator;

/// <summary>What stopped is driven again: orchestrations that failed, and mails that did not arrive.</summary>
public sealed class RedriveFunctions(InstanceDesk instances, MailDesk mails, ILogger<RedriveFunctions> logger)
{
    [Function("ListInstances")]
    public static Task<IResult> InstancesAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/coordinator/instances")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        InstanceDesk.ListAsync(request, client, cancellation);

    [Function("RestartInstance")]
    public Task<IResult> RestartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/coordinator/instances/{id}/restart")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        instances.RestartAsync(request, id, client, new DurableWaker(client, logger), cancellation);

    [Function("ListLostMails")]
    public Task<IResult> MailsAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/coordinator/mails")] HttpRequest request, CancellationToken cancellation) =>
        mails.ListAsync(cancellation);

    [Function("SendMailAgain")]
    public Task<IResult> SendAgainAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/coordinator/mails/{id}/resend")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        mails.SendAgainAsync(request, id, new DurableWaker(client, logger), cancellation);
}
