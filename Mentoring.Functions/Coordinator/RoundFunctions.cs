using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator;

/// <summary>Rounds, for the coordinator's programs.</summary>
public sealed class RoundFunctions(RoundDesk desk, RoundViews views, ILogger<RoundFunctions> logger)
{
    private const string Rounds = "api/coordinator/rounds";

    [Function("CreateRound")]
    public Task<IResult> CreateAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = Rounds)] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        desk.CreateAsync(request, new DurableWaker(client, logger), cancellation);

    [Function("ExtendRound")]
    public Task<IResult> ExtendAsync([HttpTrigger(AuthorizationLevel.Function, "patch", Route = Rounds + "/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        desk.ExtendAsync(request, id, new DurableWaker(client, logger), cancellation);

    [Function("RunRound")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = Rounds + "/{id}/run")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        desk.RunAsync(request, id, new DurableWaker(client, logger), cancellation);

    [Function("GetRound")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Rounds + "/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        views.FiguresAsync(id, client, cancellation);

    [Function("GetMatches")]
    public Task<IResult> MatchesAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Rounds + "/{id}/matches")] HttpRequest request, string id, CancellationToken cancellation) =>
        views.MatchesAsync(id, cancellation);

    [Function("GetCertificate")]
    public Task<IResult> CertificateAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Rounds + "/{id}/certificate")] HttpRequest request, string id, CancellationToken cancellation) =>
        views.CertificateAsync(id, cancellation);

    [Function("ExportRound")]
    public Task<IResult> ExportAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Rounds + "/{id}/export.csv")] HttpRequest request, string id, CancellationToken cancellation) =>
        views.ExportAsync(request, id, cancellation);
}
