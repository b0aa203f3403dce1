using Mentoring.Core.Matching;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Checks what a round left behind, trusting nothing: the journal's chain, the recorded matching, its certificate, and that it comes out the same again.</summary>
public sealed class RoundVerification(ILedger ledger, LedgerReader reader, MatchingArchive archive)
{
    /// <summary>A sentence for each thing checked; those that do not hold are marked.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(string round, CancellationToken cancellation)
    {
        var findings = new List<Finding> { await JournalAsync(round, cancellation) };
        var state = await reader.StateAsync(Stages.Rounds, round, round, cancellation);
        if (state is Round.Matched or Round.Announced)
            findings.AddRange(await MatchingAsync(round, state is Round.Matched matched ? matched.Matching : ((Round.Announced)state).Matching, cancellation));
        return findings;
    }

    private async Task<Finding> JournalAsync(string round, CancellationToken cancellation)
    {
        var (previous, number) = (JournalChain.Root(round), 0L);
        await foreach (var entry in ledger.JournalAsync(round, 0, cancellation))
        {
            if (entry.Number != ++number || !JournalChain.Holds(entry, previous))
                return new Finding(false, $"Journal: entry {number} is not what was sealed.");
            previous = entry.Hash;
        }

        return new Finding(true, $"Journal: {number} entries, the chain holds.");
    }

    private async Task<IReadOnlyList<Finding>> MatchingAsync(string round, MatchingRecord record, CancellationToken cancellation)
    {
        if (await archive.ReadTextAsync(round, record, cancellation) is not { } text)
            return [new Finding(false, "Matching: the record is missing or is not what was sealed.")];
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
