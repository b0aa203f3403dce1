using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>The desk's first page, each round's, and the journal.</summary>
public sealed class OverviewFunctions(OverviewPages pages, JournalDesk journal)
{
    [Function("ShowDashboard")]
    public Task<IResult> DashboardAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        pages.DashboardAsync(request, client, cancellation);

    [Function("ShowRound")]
    public Task<IResult> RoundAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/rounds/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        pages.RoundAsync(request, id, client, cancellation);

    [Function("ShowJournal")]
    public Task<IResult> JournalAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/journal")] HttpRequest request, CancellationToken cancellation) =>
        journal.ShowAsync(request, cancellation);
}
