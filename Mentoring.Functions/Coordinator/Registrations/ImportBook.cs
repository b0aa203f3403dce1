using Mentoring.Core;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Imports that run, or came to their end within the last day.</summary>
public sealed class ImportBook(ILedger ledger, LedgerReader reader, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>How long it can be seen what became of an import.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Null where nobody has told it to begin, or it is long over.</summary>
    public async ValueTask<ImportProgress?> FindAsync(string round, string file, CancellationToken cancellation) =>
        LedgerGuard.IsPart(round) && LedgerGuard.IsPart(file) ? await reader.RowAsync<ImportProgress>(ImportProgress.Key(round, file), cancellation) : null;

    /// <summary>Those of a round that run, the oldest first.</summary>
    public async ValueTask<IReadOnlyList<(string File, ImportProgress Progress)>> RunningAsync(string round, CancellationToken cancellation) =>
        await ledger.ListAsync(round, ImportProgress.Kind, cancellation).Select(row => (File: row.Key.Id, Progress: row.As<ImportProgress>()))
            .Where(import => import.Progress.IsRunning).OrderBy(import => import.Progress.StartedAt).ToListAsync(cancellation);

    /// <summary>Begins an import, or sees to it that one goes on. Told twice, it is one import.</summary>
    /// <param name="rows">Rows of the file that are right.</param>
    public async Task BeginAsync(string round, string file, int rows, IWaker waker, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await FindAsync(round, file, cancellation) is null)
            await WriteAsync(round, new RowWrite.Insert(ImportProgress.Key(round, file), LedgerJson.Write(new ImportProgress(0, rows, [], 0, now, null)), now), cancellation);
        await waker.WakeAsync(Clockwork.Import, new Address(round, file), evenIfFinished: false, cancellation);
    }

    /// <summary>Notes how far it has come. Whoever was quicker has noted the same.</summary>
    /// <param name="before">The row that it follows.</param>
    public Task NoteAsync(LedgerRow before, ImportProgress now, CancellationToken cancellation) => WriteAsync(
        before.Key.Partition, new RowWrite.Replace(before.Key, LedgerJson.Write(now), before.Version, now.IsRunning ? time.GetUtcNow() : null), cancellation);

    /// <summary>What ended long ago, in all rounds: refused rows tell of people.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellation)
    {
        var old = await ledger.ListAsync(null, ImportProgress.Kind, cancellation).Where(row => row.As<ImportProgress>().EndedAt + Life <= time.GetUtcNow()).ToListAsync(cancellation);
        foreach (var row in old)
            await WriteAsync(row.Key.Partition, new RowWrite.Delete(row.Key, row.Version), cancellation);
    }

    private async Task WriteAsync(string round, RowWrite write, CancellationToken cancellation) =>
        await ledger.CommitAsync(new LedgerChange(round, identifiers.NewId(time.GetUtcNow()), [write], []), cancellation);
}
