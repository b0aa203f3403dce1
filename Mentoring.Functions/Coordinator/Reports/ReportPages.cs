using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Reports;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>Reports on a round: what it brought about, whether it was fair, what it took, and what people say.</summary>
public sealed class ReportPages(DeskDoor door, MatchingBases bases, RoundBooks books, SchemeChanges changes, Answers answers, Scheme scheme)
{
    /// <summary>Of each list. An answer may be long.</summary>
    private const int AnswersAPage = 25;

    private const string Outlook = "Who would be matched is worked out here for those who wait now. Nothing of it has happened, and nobody is told.";

    private static readonly Problem NoRound = new(StatusCodes.Status404NotFound, "round-unknown", "There is no such round.");

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation) => OpenAsync(request, id, (visitor, report) => answers.Page(new ReportModel(
        scheme, visitor.Visit, id, report.Pages, report.Lead, report.Tables,
        [new("As CSV", Paths.Round(id, "report.csv")), new("As XLSX", Paths.Round(id, "report.xlsx")), new("Pairs and waiting list as CSV", Paths.Round(id, "pairs.csv")), new("What people say", Paths.Round(id, "feedback"))])), cancellation);

    public Task<IResult> CsvAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        OpenAsync(request, id, (_, report) => File(request, ReportFiles.Csv(report.Tables), "text/csv; charset=utf-8", $"report-{id}.csv"), cancellation);

    public Task<IResult> XlsxAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        OpenAsync(request, id, (_, report) => File(request, ReportFiles.Xlsx(report.Tables), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"report-{id}.xlsx"), cancellation);

    public Task<IResult> PairsCsvAsync(HttpRequest request, string id, CancellationToken cancellation) => door.ShowAsync(request, async _ =>
        Ledger.LedgerGuard.IsPart(id) && await books.OpenAsync(id, cancellation) is { } book
            ? File(request, RoundExport.Of(book), "text/csv; charset=utf-8", $"round-{id}.csv")
            : answers.Problem(request, NoRound), cancellation);

    public Task<IResult> FeedbackAsync(HttpRequest request, string id, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        if (!Ledger.LedgerGuard.IsPart(id) || await books.OpenAsync(id, cancellation) is not { } book)
            return answers.Problem(request, NoRound);
        var feedback = book.Once(() => new Feedback(book));
        var (toYou, needs, studies) = (feedback.ToCoordinator(), feedback.Needs(), feedback.CaseStudies());
        var list = PageOfList.At(Paths.Round(id, "feedback"), request.Query["page"], Math.Max(toYou.Count, Math.Max(needs.Count, studies.Count)), AnswersAPage);
        return answers.Page(new FeedbackModel(scheme, visitor.Visit, id, RoundLinks.Of(book), [.. list.Of(toYou)], [.. list.Of(needs)], [.. list.Of(studies)], feedback.Kept(), list) { Changes = await changes.AllAsync(cancellation) });
    }, cancellation);

    private Task<IResult> OpenAsync(HttpRequest request, string id, Func<DeskVisitor, Report, IResult> show, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        if (!Ledger.LedgerGuard.IsPart(id) || !await bases.HaveAsync(id, cancellation))
            return answers.Problem(request, NoRound);
        var (basis, refusal) = await bases.OpenAsync(request, id, cancellation);
        if (basis is null)
            return answers.Problem(request, ((ProblemResult)refusal!).Problem);
        return show(visitor, basis.Kept is null ? Of(basis) : basis.Book.Once(() => Of(basis)));
    }, cancellation);

    private Report Of(MatchingBasis basis)
    {
        var report = RoundReport.Of(basis, scheme.CapacityLimit);
        return new Report(RoundLinks.Of(basis.Book), [FairnessTables.AreOutlook(report) ? Outlook : report.Fairness.LongestWaitWords, EffortFigures.Words(basis.Book)], [.. ImpactTables.Of(basis.Book), EffortFigures.Table(basis.Book), .. FairnessTables.Of(report)]);
    }

    private static IResult File(HttpRequest request, byte[] content, string type, string name)
    {
        SecurityHeaders.Apply(request.HttpContext.Response);
        return Results.File(content, type, name);
    }

    private sealed record Report(IReadOnlyList<DeskLink> Pages, IReadOnlyList<string> Lead, IReadOnlyList<ReportTable> Tables);
}
