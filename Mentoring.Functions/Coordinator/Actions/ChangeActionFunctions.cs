using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Forms by which the coordinator records what was changed because of the evaluation.</summary>
public sealed class ChangeActionFunctions(ChangeActions actions)
{
    private const string Changes = "coordinator/changes";

    [Function("AskToRecordChange")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Changes)] HttpRequest request, CancellationToken cancellation) => actions.ShowAsync(request, cancellation);

    [Function("RecordChangeAtDesk")]
    public Task<IResult> RecordAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Changes)] HttpRequest request, CancellationToken cancellation) => actions.RecordAsync(request, cancellation);

    [Function("AskToRemoveChange")]
    public Task<IResult> ShowRemovalAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Changes + "/{id}/remove")] HttpRequest request, string id, CancellationToken cancellation) =>
        actions.ShowRemovalAsync(request, id, cancellation);

    [Function("RemoveChangeAtDesk")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Changes + "/{id}/remove")] HttpRequest request, string id, CancellationToken cancellation) =>
        actions.RemoveAsync(request, id, cancellation);
}
