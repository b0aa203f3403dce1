using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Keeps the input and the result of each round's matching, so that it can be checked, and run again, for ever.</summary>
public sealed class MatchingArchive(ILedger ledger, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>Kind of the rows; their ids are <c>{run}.{number}</c>.</summary>
    public const string Kind = "matching";

    private const int PieceLength = 100_000;

    // A round's offers and mails are made in pieces, and each piece asks for the whole run.
    private readonly WeakReference<Kept?> _last = new(null);

    /// <summary>What was matched, by which rules, and what came out.</summary>
    public sealed record Run(Pool Pool, MatchingRules Rules, string Seed, RoundResult Result)
    {
        public static Run Of(Pool pool, MatchingRules rules, string seed) => new(pool, rules, seed, new RoundMatching(rules).Run(pool, seed));
    }

    /// <summary>The text that is kept. The same run gives the same text.</summary>
    public static string TextOf(Run run) => LedgerJson.Write(run);

    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a run in pieces. Nothing refers to it until the round's row does, so half a run does no harm.</summary>
    public async Task WriteAsync(string round, string run, string text, CancellationToken cancellation)
    {
        foreach (var (piece, number) in text.Chunk(PieceLength).Select((piece, number) => (new string(piece), number)))
        {
            var insert = new RowWrite.Insert(new RowKey(round, Kind, IdOf(run, number)), LedgerJson.Write(piece));
            await ledger.CommitAsync(new LedgerChange(round, identifiers.NewId(time.GetUtcNow()), [insert], []), cancellation);
        }
    }

    /// <summary>The text as kept; null where a piece or all of it is missing or is not what the digest says.</summary>
    public async Task<string?> ReadTextAsync(string round, MatchingRecord record, CancellationToken cancellation) => TextOf(await PiecesAsync(round, record, cancellation), record);

    /// <summary>The rows that hold the text, in order.</summary>
    public async Task<IReadOnlyList<LedgerRow>> PiecesAsync(string round, MatchingRecord record, CancellationToken cancellation)
    {
        var pieces = new List<LedgerRow>();
        while (await ledger.ReadAsync(new RowKey(round, Kind, IdOf(record.Run, pieces.Count)), cancellation) is { } row)
            pieces.Add(row);
        return pieces;
    }

    /// <inheritdoc cref="ReadTextAsync"/>
    public static string? TextOf(IReadOnlyList<LedgerRow> pieces, MatchingRecord record)
    {
        var text = new StringBuilder();
        try
        {
            foreach (var row in pieces)
                text.Append(JsonSerializer.Deserialize<string>(row.Json, LedgerJson.Options));
        }
        catch (JsonException)
        {
            return null;
        }

        var read = text.ToString();
        return DigestOf(read) == record.Digest ? read : null;
    }

    /// <exception cref="InvalidDataException">The run is missing or was changed.</exception>
    public async Task<Run> ReadAsync(string round, MatchingRecord record, CancellationToken cancellation) =>
        (await KeptAsync(round, record, cancellation)).Run;

    /// <summary>Why the run's unmatched were not matched. For one caller at a time.</summary>
    /// <exception cref="InvalidDataException">The run is missing or was changed.</exception>
    public async Task<UnmatchedReasons> ReasonsAsync(string round, MatchingRecord record, CancellationToken cancellation) =>
        (await KeptAsync(round, record, cancellation)).Reasons;

    private async Task<Kept> KeptAsync(string round, MatchingRecord record, CancellationToken cancellation)
    {
        if (_last.TryGetTarget(out var last) && last.Digest == record.Digest)
            return last;
        var run = await ReadTextAsync(round, record, cancellation) is { } text ? JsonSerializer.Deserialize<Run>(text, LedgerJson.Options) : null;
        var kept = new Kept(record.Digest, run ?? throw new InvalidDataException($"The recorded matching of round {round} is not what was sealed."));
        _last.SetTarget(kept);
        return kept;
    }

    private static string IdOf(string run, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{run}.{number:D6}");

    private sealed class Kept(string digest, Run run)
    {
        public string Digest { get; } = digest;

        public Run Run { get; } = run;

        public UnmatchedReasons Reasons { get; } = new(new RoundSolution(run.Rules, run.Pool, run.Result));
    }
}
