using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Registrations that the coordinator brings in as a file.</summary>
public sealed class UploadFunctions(UploadPages pages, ILogger<UploadFunctions> logger)
{
    private const string Upload = "coordinator/rounds/{id}/upload";

    [Function("AskToUpload")]
    public Task<IResult> AskAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Upload)] HttpRequest request, string id, CancellationToken cancellation) => pages.AskAsync(request, id, cancellation);

    [Function("ReceiveUpload")]
    public Task<IResult> ReceiveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Upload)] HttpRequest request, string id, CancellationToken cancellation) => pages.ReceiveAsync(request, id, cancellation);

    [Function("PreviewUpload")]
    public Task<IResult> PreviewAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Upload + "/{file}")] HttpRequest request, string id, string file, CancellationToken cancellation) =>
        pages.PreviewAsync(request, id, file, cancellation);

    [Function("ImportUpload")]
    public Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Upload + "/{file}")] HttpRequest request, string id, string file, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        pages.ImportAsync(request, id, file, new DurableWaker(client, logger), cancellation);
}
