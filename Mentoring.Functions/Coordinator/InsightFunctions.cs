using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Coordinator;

/// <summary>What a coordinator wants to know of a matching: what if, why not, and for whom it turned out how.</summary>
public sealed class InsightFunctions(InsightDesk desk)
{
    private const string Round = "api/coordinator/rounds/{id}";

    [Function("WhatIf")]
    public Task<IResult> WhatIfAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = Round + "/what-if")] HttpRequest request, string id, CancellationToken cancellation) =>
        desk.WhatIfAsync(request, id, cancellation);

    [Function("GetReport")]
    public Task<IResult> ReportAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Round + "/report")] HttpRequest request, string id, CancellationToken cancellation) =>
        desk.ReportAsync(request, id, cancellation);

    [Function("WhyNot")]
    public Task<IResult> WhyNotAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Round + "/why-not")] HttpRequest request, string id, CancellationToken cancellation) =>
        desk.WhyNotAsync(request, id, cancellation);
}
