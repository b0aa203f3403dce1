using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Http;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Finds the matching that a coordinator asks about. Whatever is worked out from it is kept in memory at most, until something happens in the round.</summary>
public sealed class MatchingBases(RoundBooks books, LedgerReader reader, KeptRuns runs, PoolReader pools, Scheme scheme)
{
    internal const string Recorded = "round";
    internal const string Waiting = "waiting";

    /// <summary>Whether there is such a round at all: nothing is worked out for a name that nothing has.</summary>
    public async Task<bool> HaveAsync(string id, CancellationToken cancellation) =>
        await reader.StateAsync(Stages.Rounds, id, id, cancellation) is not Round.None;

    /// <summary>The query may say <c>basis=round</c> or <c>basis=waiting</c>; else it is the round's own matching, and before there is one, who waits.</summary>
    public async Task<(MatchingBasis? Basis, IResult? Answer)> OpenAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        var said = request.Query["basis"].ToString();
        if (said is not ("" or Recorded or Waiting))
            return (null, new ProblemResult(Problem.Malformed("basis", $"The parameter basis must be {Recorded} or {Waiting}; it says {Core.Registrations.FieldReader.Shown(said)}.")));
        if (await books.OpenAsync(id, cancellation) is not { } book)
            return (null, RoundDesk.NoRound);
        if (said == Waiting || (said.Length == 0 && book.Matching is null))
            return (await WaitingAsync(book, cancellation), null);
        return await runs.SealedAsync(book, cancellation) is { Run: var run } kept
            ? (new MatchingBasis(book, Recorded, kept.Round, run.Seed, kept), null)
            : (null, RoundViews.NoMatching(book));
    }

    /// <summary>Matched once for as long as nothing happens in the round.</summary>
    private async Task<MatchingBasis> WaitingAsync(RoundBook book, CancellationToken cancellation)
    {
        var kept = book.Once(static () => new WaitingNow());
        return (kept.Basis ??= await MatchWaitingAsync(book, cancellation)) with { Book = book };
    }

    private async Task<MatchingBasis> MatchWaitingAsync(RoundBook book, CancellationToken cancellation)
    {
        var pool = await pools.ReadAsync(book.Id, cancellation);
        return new MatchingBasis(book, Waiting, RoundSolution.Of(MatchingRules.Of(scheme), pool, book.Id), book.Id);
    }

    /// <summary>Two who ask at once may both match: they find the same.</summary>
    private sealed class WaitingNow
    {
        public MatchingBasis? Basis { get; set; }
    }
}
