using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>The form by which the coordinator corrects an address. It asks before it acts.</summary>
public sealed class AddressActionFunctions(AddressActions actions, ILogger<AddressActionFunctions> logger)
{
    private const string Address = "coordinator/people/{id}/address";

    [Function("AskToCorrectAddress")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Address)] HttpRequest request, string id, CancellationToken cancellation) => actions.ShowAsync(request, id, cancellation);

    [Function("CorrectAddressAtDesk")]
    public Task<IResult> CorrectAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Address)] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        actions.CorrectAsync(request, id, new DurableWaker(client, logger), cancellation);
}
