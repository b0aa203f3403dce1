using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>Reports on a round, as pages and files.</summary>
public sealed class ReportFunctions(ReportPages pages)
{
    private const string Round = "coordinator/rounds/{id}";

    [Function("ShowReport")]
    public Task<IResult> ReportAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/report")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.ShowAsync(request, id, cancellation);

    [Function("DownloadReportCsv")]
    public Task<IResult> CsvAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/report.csv")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.CsvAsync(request, id, cancellation);

    [Function("DownloadReportXlsx")]
    public Task<IResult> XlsxAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/report.xlsx")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.XlsxAsync(request, id, cancellation);

    [Function("DownloadPairs")]
    public Task<IResult> PairsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/pairs.csv")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.PairsCsvAsync(request, id, cancellation);

    [Function("ShowFeedback")]
    public Task<IResult> FeedbackAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Round + "/feedback")] HttpRequest request, string id, CancellationToken cancellation) =>
        pages.FeedbackAsync(request, id, cancellation);
}
