using System.Text.Json;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>Recorded matchings as they were last read, for pages that show them again and again. Whoever judges a record reads it anew.</summary>
public sealed class KeptRuns(MatchingArchive archive)
{
    private Kept? _last;

    /// <summary>Null before the round has run, and where the record is not what was sealed.</summary>
    public async ValueTask<KeptRun?> OfAsync(RoundBook book, CancellationToken cancellation)
    {
        if (book.Matching is not { } record)
            return null;
        if (_last is { } kept && kept.Digest == record.Digest)
            return kept.Run;
        if (await archive.ReadTextAsync(book.Id, record, cancellation) is not { } text)
            return null;
        var run = new KeptRun(JsonSerializer.Deserialize<MatchingArchive.Run>(text, LedgerJson.Options)!);
        _last = new Kept(record.Digest, run);
        return run;
    }

    private sealed record Kept(string Digest, KeptRun Run);
}

/// <summary>A recorded matching and what follows from it, worked out once.</summary>
public sealed class KeptRun(MatchingArchive.Run run)
{
    private readonly Lazy<UnmatchedReasons> _reasons = new(() => new UnmatchedReasons(run.Rules, run.Pool, run.Result));
    private readonly Lock _one = new();

    public MatchingArchive.Run Run => run;

    /// <summary>Why somebody was not matched.</summary>
    public UnmatchedReason ReasonFor(string mentee)
    {
        lock (_one)
            return _reasons.Value.For(mentee);
    }
}
