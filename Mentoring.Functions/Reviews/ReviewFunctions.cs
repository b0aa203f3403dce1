using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Reviews;

/// <summary>The review's page.</summary>
public sealed class ReviewFunctions(ReviewDesk desk, ILogger<ReviewFunctions> logger)
{
    [Function("ShowReview")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reviews/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        desk.ShowAsync(request, token, cancellation);

    [Function("AnswerReview")]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reviews/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        desk.AnswerAsync(request, token, new DurableWaker(client, logger), cancellation);

    [Function("AllowReview")]
    public Task<IResult> AllowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "reviews/{token}/permission")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        desk.AllowAsync(request, token, new DurableWaker(client, logger), cancellation);
}
