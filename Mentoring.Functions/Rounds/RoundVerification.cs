using System.Text.Json;
using Mentoring.Core.Matching;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>
/// Checks what a round left behind, trusting nothing: the journal's chain, that it tells of the rows there are, the recorded matching, its
/// certificate, and that it comes out the same again.
/// </summary>
/// <remarks>
/// A chain does not show by itself that its end was cut off. Rows of which nothing is told any more do; of a shorter cut, only the last seal
/// tells whoever has noted it.
/// </remarks>
public sealed class RoundVerification(ILedger ledger, LedgerReader reader, MatchingArchive archive)
{
    private const string Matched = "round.matched";

    private static readonly Finding NotAsSealed = new(false, "Matching: the record is missing or is not what was sealed.");

    /// <summary>A sentence for each thing checked; those that do not hold are marked.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(string round, CancellationToken cancellation)
    {
        try
        {
            var (journal, told, sealedAs) = await JournalAsync(round, cancellation);
            var record = await reader.StateAsync(Stages.Rounds, round, round, cancellation) switch
            {
                Round.Matched matched => matched.Matching,
                Round.Announced announced => announced.Matching,
                _ => null,
            };
            // The round's row names the record and its digest, and both could be changed together: the chain has the digest, too.
            if (journal.Holds && record?.Digest != sealedAs)
                return [journal, NotAsSealed];
            var findings = new List<Finding> { journal };
            if (journal.Holds)
                findings.Add(await RowsAsync(round, told, cancellation));
            if (record is not null)
                findings.AddRange(await MatchingAsync(round, record, cancellation));
            return findings;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException)
        {
            return [new Finding(false, $"A row or an entry of the journal cannot be read: {unreadable.Message}")];
        }
    }

    /// <returns>Also of what the journal tells, and the digest of the matching that it tells of; null where it tells of none.</returns>
    private async Task<(Finding Finding, HashSet<string> Told, string? Digest)> JournalAsync(string round, CancellationToken cancellation)
    {
        var (previous, number, digest) = (JournalChain.Root(round), 0L, (string?)null);
        var told = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in ledger.JournalAsync(round, 0, cancellation))
        {
            if (entry.Number != ++number || !JournalChain.Holds(entry, previous))
                return (new Finding(false, $"Journal: entry {number} is not what was sealed."), told, null);
            previous = entry.Hash;
            told.Add(entry.Draft.Subject);
            if (entry.Draft.Event == Matched)
                digest = entry.Draft.Facts.First(fact => fact.Key == "digest").Value;
        }

        return (new Finding(true, $"Journal: {number} entries, the chain holds. The last is sealed {previous[..16]}."), told, digest);
    }

    private async Task<Finding> RowsAsync(string round, HashSet<string> told, CancellationToken cancellation)
    {
        foreach (var stage in Stages.All)
        {
            await foreach (var row in ledger.ListAsync(round, stage.Kind, cancellation))
            {
                if (!told.Remove(SubjectOf(stage, row.Key.Id)))
                    return new Finding(false, $"Rows: the journal does not tell of {SubjectOf(stage, row.Key.Id)}. Its end is missing, or the row was written past it.");
            }
        }

        return told.FirstOrDefault(subject => Stages.All.Any(stage => subject.StartsWith(SubjectOf(stage, ""), StringComparison.Ordinal))) is { } lost
            ? new Finding(false, $"Rows: the journal tells of {lost}, and there is no such row.")
            : new Finding(true, "Rows: the journal tells of each, and of none that is not there.");
    }

    private static string SubjectOf(Stage stage, string id) => $"{stage.Kind}:{id}";

    private async Task<IReadOnlyList<Finding>> MatchingAsync(string round, MatchingRecord record, CancellationToken cancellation)
    {
        if (await archive.ReadTextAsync(round, record, cancellation) is not { } text)
            return [NotAsSealed];
        var run = await archive.ReadAsync(round, record, cancellation);
        var verdict = CertificateChecker.Check(new RoundMatching(run.Rules).ProblemOf(run.Pool), run.Result.Certificate);
        var again = MatchingArchive.TextOf(MatchingArchive.Run.Of(run.Pool, run.Rules, run.Seed)) == text;
        return
        [
            new Finding(verdict.Holds, "Certificate: " + verdict.Words),
            new Finding(again, again ? "Matching: run again, it is the same to the byte." : "Matching: run again, it is not the same."),
        ];
    }
}

/// <summary>What a check found, in words.</summary>
public sealed record Finding(bool Holds, string Words);
