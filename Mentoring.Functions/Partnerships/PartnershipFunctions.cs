using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Partnerships;

/// <summary>The pair's own page.</summary>
public sealed class PartnershipFunctions(PartnershipDesk desk, ILogger<PartnershipFunctions> logger)
{
    [Function("ShowPartnership")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partnerships/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        desk.ShowAsync(request, token, cancellation);

    [Function("EndPartnership")]
    public Task<IResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partnerships/{token}/end")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        desk.EndAsync(request, token, new DurableWaker(client, logger), cancellation);

    [Function("AskForReview")]
    public Task<IResult> AskReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partnerships/{token}/review")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        desk.AskReviewAsync(request, token, new DurableWaker(client, logger), cancellation);

    [Function("PartnershipThanks")]
    public Task<IResult> ThanksAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partnerships/{token}/thanks")] HttpRequest request, string token, CancellationToken cancellation) =>
        desk.ThanksAsync(request, token, cancellation);

    [Function("PartnershipCalendar")]
    public Task<IResult> CalendarAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partnerships/{token}/calendar.ics")] HttpRequest request, string token, CancellationToken cancellation) =>
        desk.CalendarAsync(request, token, cancellation);
}
