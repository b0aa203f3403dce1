using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Coordinator.Rounds;

/// <summary>The pages of a round beside its first.</summary>
public sealed class RoundPageFunctions(RoundPages rounds, InsightPages insight)
{
    private const string Round = "coordinator/rounds/{id}";

    [Function("ShowPairs")]
    public Task<IResult> PairsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/pairs")] HttpRequest request, string id, CancellationToken cancellation) =>
        rounds.PairsAsync(request, id, cancellation);

    [Function("ShowWaitingList")]
    public Task<IResult> WaitingAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/waiting")] HttpRequest request, string id, CancellationToken cancellation) =>
        rounds.WaitingAsync(request, id, cancellation);

    [Function("ShowCertificate")]
    public Task<IResult> CertificateAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/certificate")] HttpRequest request, string id, CancellationToken cancellation) =>
        rounds.CertificateAsync(request, id, cancellation);

    [Function("ShowWhatIf")]
    public Task<IResult> WhatIfAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/what-if")] HttpRequest request, string id, CancellationToken cancellation) =>
        insight.WhatIfAsync(request, id, cancellation);

    [Function("ShowWhyNot")]
    public Task<IResult> WhyNotAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/why-not")] HttpRequest request, string id, CancellationToken cancellation) =>
        insight.WhyNotAsync(request, id, cancellation);
}
