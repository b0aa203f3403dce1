using Azure;
using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>Removes what commits leave behind: rows of operations, and actions that were laid down by tries that were cut off.</summary>
internal sealed class TableTraces(TableCalls calls, StagedChange staged)
{
    /// <summary>Of the service's 100.</summary>
    private const int AtOnce = 100;

    /// <summary>Written before the instant by the service's own clock. Whatever a head names is carried out first, so that none of it goes.</summary>
    public async Task<int> RemoveAsync(string partition, DateTimeOffset before, int atMost, CancellationToken cancellation)
    {
        await staged.HeadAsync(partition, cancellation);
        var key = TableKeys.Partition(partition);
        var removed = 0;
        foreach (var range in new[] { TableKeys.AllOperations, TableKeys.EverythingStaged })
        {
            var old = await calls.WrittenBeforeAsync(key, range, before, Math.Min(atMost, 1000), cancellation)
                .Take(atMost - removed).ToListAsync(cancellation);
            foreach (var chunk in old.Chunk(AtOnce))
                removed += await RemoveAsync(chunk, cancellation) ? chunk.Length : 0;
        }

        return removed;
    }

    /// <summary>A chunk of which some went meanwhile, by another process or by a request whose answer was lost, is left to the next time.</summary>
    private async Task<bool> RemoveAsync(IEnumerable<TableEntity> entities, CancellationToken cancellation)
    {
        try
        {
            await calls.SubmitAsync(
                entities.Select(entity => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(entity.PartitionKey, entity.RowKey), ETag.All)), cancellation);
            return true;
        }
        catch (Exception failure) when (failure is RequestFailedException { Status: 404 } || TableCalls.IsPassing(failure, cancellation))
        {
            await calls.Patience.PauseAsync(1, cancellation);
            return false;
        }
    }
}
