using System.Globalization;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator.Reports;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>Reports on a round: what it brought about, whether it was fair, what it took, and what people say.</summary>
public sealed class ReportPages(DeskDoor door, MatchingBases bases, RoundBooks books, SchemeChanges changes, Answers answers, Scheme scheme)
{
    private static readonly Problem NoRound = new(StatusCodes.Status404NotFound, "round-unknown", "There is no such round.");

    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation) => OpenAsync(request, id, (visitor, report) => answers.Page(new ReportModel(
        scheme, visitor.Visit, id, RoundLinks.Of(id, hasRun: true), report.Lead, report.Tables,
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
        return answers.Page(new FeedbackModel(scheme, visitor.Visit, id, RoundLinks.Of(id, book.Matching is not null), feedback.ToCoordinator(), feedback.Needs(), feedback.CaseStudies(), feedback.Kept()) { Changes = await changes.AllAsync(cancellation) });
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
        return new Report([report.Fairness.LongestWaitWords, Effort(basis.Book)], [.. ImpactTables.Of(basis.Book), EffortTable(basis.Book), .. FairnessTables.Of(report)]);
    }

    /// <summary>The usual cost is a full day a week for 20 pairs.</summary>
    private static string Effort(RoundBook book)
    {
        var actions = CoordinatorActions.In(book.CoordinatorsEntries);
        return string.Create(CultureInfo.InvariantCulture, $"A coordinator’s actions so far: {actions.All}, of them routine: {actions.Routine}. Partnerships so far: {book.Partnerships.Count}. Run by hand, 20 pairs usually take a full day a week.");
    }

    private static ReportTable EffortTable(RoundBook book)
    {
        var actions = CoordinatorActions.In(book.CoordinatorsEntries);
        return new ReportTable("effort", "What it took", "Each action of a coordinator is counted once; what follows from it is not.", ["What", "Figure"],
        [
            ["Partnerships begun", Text(book.Partnerships.Count)], ["Partnerships that run", Text(book.Partnerships.Values.Count(one => one is Partnership.Active or Partnership.Reviewing))],
            ["A coordinator’s actions", Text(actions.All)], ["Of them routine", Text(actions.Routine)],
        ]);
    }

    private static IResult File(HttpRequest request, byte[] content, string type, string name)
    {
        SecurityHeaders.Apply(request.HttpContext.Response);
        return Results.File(content, type, name);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Report(IReadOnlyList<string> Lead, IReadOnlyList<ReportTable> Tables);
}
