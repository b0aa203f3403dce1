using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Agreements;

/// <summary>The agreement's page, for both.</summary>
public sealed class AgreementFunctions(AgreementDesk desk, ILogger<AgreementFunctions> logger)
{
    [Function("ShowAgreement")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "agreements/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        desk.ShowAsync(request, token, cancellation);

    [Function("SignAgreement")]
    public Task<IResult> SignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "agreements/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        desk.SignAsync(request, token, new DurableWaker(client, logger), cancellation);
}
