using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Coordinator;

public sealed class DeadLetterFunctions(DeadLetterDesk desk)
{
    [Function("ListDeadLetters")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/coordinator/dead-letters")] HttpRequest request, CancellationToken cancellation) =>
        desk.ListAsync(cancellation);

    [Function("SendDeadLetterAgain")]
    public Task<IResult> SendAgainAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/coordinator/dead-letters/{queue}/{number}/send")] HttpRequest request, string queue, string number, CancellationToken cancellation) =>
        desk.SendAgainAsync(request, queue, number, cancellation);
}
