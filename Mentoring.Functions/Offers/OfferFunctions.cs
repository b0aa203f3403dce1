using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Offers;

/// <summary>The mentee's offer page.</summary>
public sealed class OfferFunctions(OfferDesk desk, ILogger<OfferFunctions> logger)
{
    [Function("ShowOffer")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "offers/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        desk.ShowAsync(request, token, cancellation);

    [Function("AnswerOffer")]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "offers/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        desk.AnswerAsync(request, token, new DurableWaker(client, logger), cancellation);
}
