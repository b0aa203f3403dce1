using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Registrations;

/// <summary>A person's own page, by the link in their mails.</summary>
public sealed class OwnRegistrationFunctions(AmendmentDesk amendments, ChoicesDesk choices, DataDesk data, ErasureDesk erasures, ILogger<OwnRegistrationFunctions> logger)
{
    [Function("ShowRegistration")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "registrations/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        amendments.ShowAsync(request, token, cancellation);

    [Function("AmendRegistration")]
    public Task<IResult> AmendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registrations/{token}")] HttpRequest request, string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        amendments.AmendAsync(request, token, Waker(client), cancellation);

    [Function("WithdrawRegistration")]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registrations/{token}/withdraw")] HttpRequest request, string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        choices.WithdrawAsync(request, token, Waker(client), cancellation);

    [Function("StayForNextRound")]
    public Task<IResult> StayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registrations/{token}/stay")] HttpRequest request, string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        choices.StayAsync(request, token, Waker(client), cancellation);

    [Function("LeaveWaitingList")]
    public Task<IResult> LeaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registrations/{token}/leave")] HttpRequest request, string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        choices.LeaveAsync(request, token, Waker(client), cancellation);

    /// <summary>For mail programs that open what they should post to: the page with the button. Opening it changes nothing.</summary>
    [Function("ShowLeave")]
    public Task<IResult> ShowLeaveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "registrations/{token}/leave")] HttpRequest request, string token, CancellationToken cancellation) => amendments.ShowAsync(request, token, cancellation);

    /// <inheritdoc cref="ShowLeaveAsync"/>
    [Function("ShowPause")]
    public Task<IResult> ShowPauseAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "registrations/{token}/pause")] HttpRequest request, string token, CancellationToken cancellation) => amendments.ShowAsync(request, token, cancellation);

    [Function("Rejoin")]
    public Task<IResult> RejoinAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registrations/{token}/rejoin")] HttpRequest request, string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        choices.RejoinAsync(request, token, Waker(client), cancellation);

    [Function("Pause")]
    public Task<IResult> PauseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registrations/{token}/pause")] HttpRequest request, string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        choices.PauseAsync(request, token, Waker(client), cancellation);

    [Function("CompleteTraining")]
    public Task<IResult> CompleteTrainingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registrations/{token}/training")] HttpRequest request, string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        choices.CompleteTrainingAsync(request, token, Waker(client), cancellation);

    [Function("ShowData")]
    public Task<IResult> DataAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "registrations/{token}/data")] HttpRequest request, string token, CancellationToken cancellation) =>
        data.ShowAsync(request, token, cancellation);

    [Function("EraseData")]
    public Task<IResult> EraseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registrations/{token}/erase")] HttpRequest request, string token, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        erasures.EraseAsync(request, token, Waker(client), cancellation);

    private DurableWaker Waker(DurableTaskClient client) => new(client, logger);
}
