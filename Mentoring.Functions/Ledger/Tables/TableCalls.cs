using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>The ledger's calls to its table. Reads are tried again through throttling and outages; a write is sent once, because what became of it must be asked.</summary>
internal sealed class TableCalls(TableClient table, TablesPatience patience)
{
    public TablesPatience Patience => patience;

    public async Task<TableEntity?> ReadAsync(string partitionKey, string rowKey, CancellationToken cancellation)
    {
        var found = await TryAsync(() => table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellation), cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Entities of a range in order of their keys. Pages may be short or empty; only a missing continuation ends them.</summary>
    /// <param name="atMost">No more are asked for at once.</param>
    public async IAsyncEnumerable<TableEntity> RangeAsync(
        string partitionKey, (string From, string Below) range, int? atMost, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey ge {range.From} and RowKey lt {range.Below}");
        await foreach (var entity in FilteredAsync(filter, atMost, cancellation))
            yield return entity;
    }

    /// <summary>The same, of those alone that were written last before an instant, by the service's clock.</summary>
    public IAsyncEnumerable<TableEntity> WrittenBeforeAsync(
        string partitionKey, (string From, string Below) range, DateTimeOffset before, int? atMost, CancellationToken cancellation) =>
        FilteredAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey ge {range.From} and RowKey lt {range.Below} and Timestamp lt {before}"), atMost, cancellation);

    private async IAsyncEnumerable<TableEntity> FilteredAsync(string filter, int? atMost, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var from = continuation;
            var page = await TryAsync(() => PageAsync(filter, atMost, from, cancellation), cancellation);
            if (page is null)
                yield break;
            foreach (var entity in page.Values)
                yield return entity;
            continuation = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuation));
    }

    /// <returns>One answer for each action, in their order.</returns>
    /// <exception cref="TableTransactionFailedException">An action failed, and so all did.</exception>
    public async Task<IReadOnlyList<Response>> SubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation) =>
        (await table.SubmitTransactionAsync(actions, cancellation)).Value;

    /// <summary>May be tried again whatever became of it.</summary>
    public Task PutAsync(TableEntity entity, CancellationToken cancellation) =>
        TryAsync(() => table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation), cancellation);

    /// <summary>Whether the service may do better later, or has done it and could not say so.</summary>
    public static bool IsPassing(Exception failure, CancellationToken cancellation) => failure switch
    {
        OperationCanceledException => !cancellation.IsCancellationRequested,
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AggregateException several => several.InnerExceptions.Count > 0 && several.InnerExceptions.All(each => IsPassing(each, cancellation)),
        IOException or HttpRequestException => true,
        _ => false,
    };

    private async Task<Page<TableEntity>?> PageAsync(string filter, int? atMost, string? continuation, CancellationToken cancellation)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(filter, atMost, cancellationToken: cancellation).AsPages(continuation, atMost))
            return page;
        return null;
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception failure) when (attempt < patience.Tries && IsPassing(failure, cancellation))
            {
                await patience.PauseAsync(attempt, cancellation);
            }
        }
    }
}
