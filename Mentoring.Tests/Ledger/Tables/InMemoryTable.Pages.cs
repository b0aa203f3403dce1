using Azure;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>Reads.</summary>
internal sealed partial class InMemoryTable
{
    private int PageLength(int atMost) => faults?.PageLength(atMost) ?? atMost;

    /// <summary>Pages by continuation, which names the next key: what changes on the way is seen or not by where it lies.</summary>
    private sealed class Pages<T>(InMemoryTable table, TableFilter filter, CancellationToken cancellation) : AsyncPageable<T>
        where T : notnull
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            do
            {
                var from = continuationToken;
                var page = await table.CallAsync(false, () => Read(from, TableLimits.CheckedPage(pageSizeHint)), cancellation);
                continuationToken = page.ContinuationToken;
                yield return page;
            }
            while (continuationToken is not null);
        }

        private Page<T> Read(string? continuation, int atMost)
        {
            var length = table.PageLength(atMost);
            var from = continuation ?? filter.From;
            IEnumerable<string> rows = table._partitions.TryGetValue(filter.Partition, out var all) && string.CompareOrdinal(from, filter.Below) <= 0 ? all.GetViewBetween(from, filter.Below) : [];
            var found = rows.Where(row => row != filter.Below && (filter.Before is not { } before || (DateTimeOffset)table._entities[new(filter.Partition, row)]["Timestamp"] < before)).Take(length + 1).ToList();
            return Page<T>.FromValues(
                [.. found.Take(length).Select(row => (T)(object)Copy(table._entities[new(filter.Partition, row)]))], found.Count > length ? found[length] : null, new TableAnswer(200));
        }
    }

    private sealed class NoEntity<T> : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no such entity.");

        public override Response GetRawResponse() => new TableAnswer(404);
    }
}
