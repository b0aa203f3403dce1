using System.Text.Json;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>Recorded matchings as they were last read, with what follows from them: a record never changes, and if one does, that shows.</summary>
public sealed class KeptRuns(MatchingArchive archive, Scheme scheme)
{
    private Kept? _last;

    /// <summary>For what shows the matching again and again. Null before the round has run, and where the record is not what was sealed.</summary>
    public async ValueTask<KeptRun?> OfAsync(RoundBook book, CancellationToken cancellation) =>
        book.Matching is { } record && _last is { } kept && kept.Digest == record.Digest ? kept.Run : await SealedAsync(book, cancellation);

    /// <summary>For whoever judges the matching: looks at the record's rows each time, and a row that was written since is checked anew.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public async ValueTask<KeptRun?> SealedAsync(RoundBook book, CancellationToken cancellation)
    {
        if (book.Matching is not { } record)
            return null;
        var pieces = await archive.PiecesAsync(book.Id, record, cancellation);
        var rows = string.Join(',', pieces.Select(piece => piece.Version));
        if (_last is { } kept && kept.Digest == record.Digest && kept.Rows == rows)
            return kept.Run;
        if (MatchingArchive.TextOf(pieces, record) is not { } text)
            return null;
        var run = new KeptRun(JsonSerializer.Deserialize<MatchingArchive.Run>(text, LedgerJson.Options)!, scheme.CapacityLimit);
        _last = new Kept(record.Digest, rows, run);
        return run;
    }

    /// <param name="Rows">Versions of the rows that the run was read from: every write changes one.</param>
    private sealed record Kept(string Digest, string Rows, KeptRun Run);
}
