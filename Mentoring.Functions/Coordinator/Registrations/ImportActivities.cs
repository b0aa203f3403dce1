using System.Collections.Concurrent;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Enters the rows of an uploaded file, each as its own registration. A piece that was cut off is done again: who is in stays as they are.</summary>
public sealed class ImportActivities(
    ImportBook imports, UploadedFiles files, RegistrationBook book, MembershipDoor memberships, ILedger ledger, LedgerReader reader, TimeProvider time, ILogger<ImportActivities> logger)
{
    /// <summary>Some seconds' work.</summary>
    internal const int RowsAPiece = 200;

    /// <summary>Entered at the same time: the ledger puts changes of one round in a row anyway, and this keeps it busy.</summary>
    private const int AtOnce = 16;

    /// <returns>Whether there is more.</returns>
    [Function(nameof(ImportPiece))]
    public async Task<bool> ImportPiece([ActivityTrigger] Address file, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await ledger.ReadAsync(ImportProgress.Key(file.Round, file.Id), cancellation) is not { } row)
            return false;
        var before = row.As<ImportProgress>();
        if (before.IsRunning)
        {
            var after = await PieceAsync(file, before, new DurableWaker(client, logger), cancellation);
            await imports.NoteAsync(row, after, cancellation);
            if (after.IsRunning)
                return true;
        }

        await files.ForgetAsync(file.Round, file.Id, cancellation);
        return false;
    }

    private async Task<ImportProgress> PieceAsync(Address file, ImportProgress before, IWaker waker, CancellationToken cancellation)
    {
        var plan = Round.PlanOf(await reader.StateAsync(Stages.Rounds, file.Round, file.Round, cancellation));
        if (plan is null || await files.FindAsync(file.Round, file.Id, evenIfOld: true, cancellation) is not { } found)
            return before.BrokenOff("The file is gone, and what was left of it was not imported. Upload it again.", time.GetUtcNow());
        var rows = found.Rows.Skip(before.Done).Take(RowsAPiece).ToList();
        // Settings that changed in between may leave fewer rows that are right.
        if (rows.Count == 0)
            return before.BrokenOff("The scheme’s settings have changed since the import began, and what was left of the file was not imported. Upload it again.", time.GetUtcNow());
        var refused = new ConcurrentBag<RefusedRow>();
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (row, stop) =>
        {
            var (membership, refusal) = await memberships.AskAsync(row.Form.Entry, stop);
            if (refusal is not null)
                refused.Add(new RefusedRow(row.Line, RegistrationFields.MembershipNumber, refusal));
            else if (await book.EnterAsync(plan, row.Form, found.ReceivedAt, membership, Actor.Coordinator, waker, stop) is (Outcome.Refused no, _))
                refused.Add(new RefusedRow(row.Line, FileFault.WholeRow, no.Reason.Message));
        });
        return before.After(rows.Count, [.. refused.OrderBy(row => row.Line)], time.GetUtcNow());
    }
}
