using Azure;
using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>Commits changes: in one entity-group transaction, or, where one has no room, through <see cref="StagedChange"/>.</summary>
/// <remarks>
/// Every commit rewrites its partition's head under the head's ETag, so a decision that was sound on the head it saw is sound when it is
/// written: rows that it merely expects need no write of their own. The operation's row is added in the same transaction. Whoever cannot
/// know what became of a write (a timeout, a conflict with one's own retry) asks for that row: it is there or the change is not.
/// </remarks>
internal sealed class TableCommit(TableCalls calls, StagedChange staged)
{
    /// <summary>More lost races for one head than this are an outage.</summary>
    private const int Races = 200;

    public async Task<CommitOutcome> CommitAsync(PartitionDesk desk, LedgerChange change, CancellationToken cancellation)
    {
        for (var (race, fault) = (1, 0); ; race++)
        {
            var head = desk.Head ??= await staged.HeadAsync(change.Partition, cancellation);
            if (head.ETag is null && !desk.IsListed)
                await ListAsync(desk, change.Partition, cancellation);

            var (plan, misfit) = PlannedChange.Of(change, head);
            misfit ??= await ChangedAsync(change, plan!, cancellation);
            if (misfit is { } changed)
                return await IsCommittedAsync(change, cancellation) ? new CommitOutcome.Committed() : new CommitOutcome.Conflict(changed);
            try
            {
                desk.Head = plan!.FitsOneTransaction ? await WriteAsync(plan, cancellation) : await staged.WriteAsync(plan, cancellation);
                return new CommitOutcome.Committed();
            }
            catch (Exception failure) when (failure is RequestFailedException { Status: 404 or 409 or 412 } || TableCalls.IsPassing(failure, cancellation))
            {
                desk.Head = null;
                if (await IsCommittedAsync(change, cancellation))
                    return new CommitOutcome.Committed();
                if (RowOf(failure, plan!) is { } row)
                    return new CommitOutcome.Conflict(row);
                var lost = failure is RequestFailedException { Status: 404 or 409 or 412 };
                if (lost ? race >= Races : ++fault >= calls.Patience.Tries)
                    throw;
                await calls.Patience.PauseAsync(lost ? Math.Min(race, 3) : fault, cancellation);
            }
        }
    }

    private async Task<PartitionHead?> WriteAsync(PlannedChange plan, CancellationToken cancellation)
    {
        var answers = await calls.SubmitAsync([plan.Head.Over(plan.Seen.ETag), plan.Operation(), .. plan.Actions.Select(each => each.Action)], cancellation);
        return answers[0].Headers.ETag is { } etag ? plan.Head with { ETag = etag } : null;
    }

    /// <summary>The first row that is not as the change expects it, as far as the transaction itself will not see it.</summary>
    private async Task<RowKey?> ChangedAsync(LedgerChange change, PlannedChange plan, CancellationToken cancellation)
    {
        var asked = plan.FitsOneTransaction ? change.Rows.Where(row => row is RowWrite.Expect) : change.Rows;
        var fits = await Task.WhenAll(asked.Select(async row => (row.Key, Fits: await FitsAsync(row, cancellation))));
        return fits.Where(row => !row.Fits).Select(row => (RowKey?)row.Key).FirstOrDefault();
    }

    private async Task<bool> FitsAsync(RowWrite row, CancellationToken cancellation)
    {
        var entity = await calls.ReadAsync(TableKeys.Partition(row.Key.Partition), TableKeys.Row(row.Key.Kind, row.Key.Id), cancellation);
        var version = entity is null ? null : LedgerEntities.Row(row.Key.Partition, row.Key.Kind, entity).Version;
        return row switch
        {
            RowWrite.Insert => version is null,
            RowWrite.Replace replace => version == replace.Version,
            RowWrite.Delete delete => version == delete.Version,
            RowWrite.Expect expect => version == expect.Version,
            _ => throw new InvalidOperationException($"{row.GetType().Name} is no write this ledger knows."),
        };
    }

    /// <summary>A partition is listed before it has its first row, so that no commit that was answered can be overlooked.</summary>
    private async Task ListAsync(PartitionDesk desk, string partition, CancellationToken cancellation)
    {
        await calls.PutAsync(new TableEntity(TableKeys.Registry, TableKeys.Partition(partition)) { ["Name"] = partition }, cancellation);
        desk.IsListed = true;
    }

    /// <summary>Also where an earlier try of this operation is the one that stands. What it had staged is written out first.</summary>
    private async Task<bool> IsCommittedAsync(LedgerChange change, CancellationToken cancellation)
    {
        if (await calls.ReadAsync(TableKeys.Partition(change.Partition), TableKeys.Operation(change.Operation), cancellation) is null)
            return false;
        await staged.HeadAsync(change.Partition, cancellation);
        return true;
    }

    /// <summary>The row that lost; null where only the head or the operation did.</summary>
    private static RowKey? RowOf(Exception failure, PlannedChange plan) =>
        plan.FitsOneTransaction && failure is TableTransactionFailedException { FailedTransactionActionIndex: { } index and >= 2 } ? plan.Actions[index - 2].Of : null;
}
