using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Local.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Commands;

/// <summary><c>verify</c>: the journal's hash chain and every round's certificate. Exit code 1 where something does not hold.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(CommandLine line, TimeProvider time, CancellationToken cancellation)
    {
        var file = Path.Combine(line.Text("--data", RepositoryFiles.DefaultData), MentoringDatabase.FileName);
        line.RefuseTheRest(allowed: 0);
        if (!File.Exists(file))
            throw new CommandLineException($"There is no data at {file}.");

        using var store = SqliteStore.Open(file, MentoringDatabase.Schema, Durability.Full);
        var ledger = new SqliteLedger(store);
        var archive = new MatchingArchive(ledger, new CryptographicIdentifiers(), time);
        var verification = new RoundVerification(ledger, new LedgerReader(ledger), archive);
        var holds = true;
        foreach (var round in await ledger.PartitionsAsync(cancellation))
        {
            foreach (var finding in await verification.CheckAsync(round, cancellation))
            {
                Console.WriteLine($"{(finding.Holds ? "ok" : "FAULT")}  {round}  {finding.Words}");
                holds &= finding.Holds;
            }
        }

        Console.WriteLine(holds ? "Everything holds." : "Something does not hold.");
        return holds ? 0 : 1;
    }
}
