using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Rounds;

/// <summary>What the association's website needs to know before it shows its form.</summary>
public sealed class CurrentRoundFunctions(CurrentRound rounds, Scheme scheme, TimeProvider time)
{
    [Function("CurrentRound")]
    public async Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/rounds/current")] HttpRequest request, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        CrossOrigin.Admit(request, scheme);
        return (await rounds.AtAsync(now, cancellation)).Current is { } plan
            ? Answers.Json(CurrentRoundSummary.Of(plan, scheme, now))
            : new ProblemResult(new Problem(StatusCodes.Status404NotFound, "no-round", $"No round has been set up yet. Please write to {scheme.Contact.Email} with any question."));
    }

    [Function("AllowCurrentRound")]
    public IResult Allow([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/rounds/current")] HttpRequest request) =>
        CrossOrigin.Preflight(request, scheme, "GET, HEAD");
}
