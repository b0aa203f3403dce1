using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Mentoring.Functions.Coordinator;

/// <summary>Shows a round to programs: figures, matches, certificate and file.</summary>
public sealed class RoundViews(RoundBooks books, KeptRuns runs, Attention attention, TimeProvider time)
{
    public async Task<IResult> FiguresAsync(string id, DurableTaskClient client, CancellationToken cancellation) =>
        await books.OpenAsync(id, cancellation) is { } book
            ? Answers.Json(await FiguresAsync(book, await Attention.FailedClockworkAsync(client, cancellation), cancellation))
            : RoundDesk.NoRound;

    public async Task<RoundFigures> FiguresAsync(RoundBook book, ILookup<string, AttentionPoint> failed, CancellationToken cancellation)
    {
        var run = await runs.SealedAsync(book, cancellation);
        return RoundFigures.Of(book, run is null ? null : CrossInstitution.Of(run.Run.Result.Matches), attention.In(book, [.. failed[book.Id]]), time.GetUtcNow());
    }

    public async Task<IResult> MatchesAsync(string id, CancellationToken cancellation)
    {
        if (await books.OpenAsync(id, cancellation) is not { } book)
            return RoundDesk.NoRound;
        return await runs.SealedAsync(book, cancellation) is { } run ? Answers.Json(RoundMatches.Of(book, run)) : NoMatching(book);
    }

    public async Task<IResult> CertificateAsync(string id, CancellationToken cancellation)
    {
        if (await books.OpenAsync(id, cancellation) is not { } book)
            return RoundDesk.NoRound;
        return book.Matching is { } record ? Answers.Json(RoundCertificate.Of(id, record, await runs.SealedAsync(book, cancellation))) : NoMatching(book);
    }

    public async Task<IResult> ExportAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await books.OpenAsync(id, cancellation) is not { } book)
            return RoundDesk.NoRound;
        SecurityHeaders.Apply(request.HttpContext.Response);
        return Results.File(RoundExport.Of(book), "text/csv; charset=utf-8", $"round-{book.Id}.csv");
    }

    /// <summary>Why a round's own matching cannot be shown.</summary>
    internal static IResult NoMatching(RoundBook book) => new ProblemResult(new Problem(StatusCodes.Status409Conflict, book.Matching is null ? "round-not-run" : "not-as-sealed", book switch
    {
        { Matching: not null } => "The recorded matching is missing or was changed: its digest does not fit.",
        { Plan.IsRolling: true } => "People register in this round at any time and are matched as they come: there is no one matching of them all.",
        _ => "The round has not been matched yet: that happens after its deadline.",
    }));
}
