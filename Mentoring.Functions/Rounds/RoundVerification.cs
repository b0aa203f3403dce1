using System.Text.Json;
using Mentoring.Core.Matching;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Checks what a round left behind, trusting nothing: the journal's chain, the recorded matching, its certificate, and that it comes out the same again.</summary>
public sealed class RoundVerification(ILedger ledger, LedgerReader reader, MatchingArchive archive)
{
    private const string Matched = "round.matched";

    private static readonly Finding NotAsSealed = new(false, "Matching: the record is missing or is not what was sealed.");

    /// <summary>A sentence for each thing checked; those that do not hold are marked.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(string round, CancellationToken cancellation)
    {
        try
        {
            var (journal, sealedAs) = await JournalAsync(round, cancellation);
            var record = await reader.StateAsync(Stages.Rounds, round, round, cancellation) switch
            {
                Round.Matched matched => matched.Matching,
                Round.Announced announced => announced.Matching,
                _ => null,
            };
            // The round's row names the record and its digest, and both could be changed together: the chain has the digest, too.
            if (journal.Holds && record?.Digest != sealedAs)
                return [journal, NotAsSealed];
            return record is null ? [journal] : [journal, .. await MatchingAsync(round, record, cancellation)];
        }
        catch (JsonException)
        {
            return [new Finding(false, "A row or an entry of the journal cannot be read.")];
        }
    }

    /// <returns>Also the digest of the matching that the journal tells of; null where it tells of none.</returns>
    private async Task<(Finding Finding, string? Digest)> JournalAsync(string round, CancellationToken cancellation)
    {
        var (previous, number, digest) = (JournalChain.Root(round), 0L, (string?)null);
        await foreach (var entry in ledger.JournalAsync(round, 0, cancellation))
        {
            if (entry.Number != ++number || !JournalChain.Holds(entry, previous))
                return (new Finding(false, $"Journal: entry {number} is not what was sealed."), null);
            previous = entry.Hash;
            if (entry.Draft.Event == Matched)
                digest = entry.Draft.Facts.First(fact => fact.Key == "digest").Value;
        }

        return (new Finding(true, $"Journal: {number} entries, the chain holds."), digest);
    }

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
