using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>A table that lives in memory, with the service's rules: keys, sizes, versions, whole transactions, pages. Faults and turns are the test's to decide.</summary>
/// <remarks>Every call first waits for its turn, so that a test can choose who goes first, and then suffers what the faults have in store.</remarks>
internal sealed class InMemoryTable(TableFaults? faults = null, Func<Task>? turn = null) : TableClient
{
    private readonly Dictionary<EntityKey, Dictionary<string, object>> _entities = [];
    private readonly Dictionary<string, SortedSet<string>> _partitions = new(StringComparer.Ordinal);
    private readonly List<(int After, Action Request)> _late = [];
    private readonly Lock _guard = new();
    private long _stamps;
    private int _calls;

    public override string Name => "ledger";

    /// <summary>By which entities are stamped. It stands still unless a test moves it.</summary>
    public Func<DateTimeOffset> Clock { get; set; } = () => DateTimeOffset.UnixEpoch;

    public int Calls => _calls;

    /// <summary>Keys of all entities, partition and row.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (_guard) return [.. _partitions.SelectMany(partition => partition.Value.Select(row => $"{partition.Key} {row}"))];
        }
    }

    /// <summary>Everything that is still on its way arrives.</summary>
    public void Settle()
    {
        lock (_guard) RunLate(int.MaxValue);
    }

    public override Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(Response.FromValue(new TableItem(Name), new TableAnswer(204)));

    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        CallAsync(false, NullableResponse<T> () =>
            _entities.TryGetValue(new(partitionKey, rowKey), out var entity) ? Response.FromValue((T)(object)Copy(entity), new TableAnswer(200)) : new NoEntity<T>(), cancellationToken);

    public override AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        new Pages<T>(this, TableFilter.Parse(filter!), cancellationToken);

    public override Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        Assert.Equal(TableUpdateMode.Replace, mode);
        return CallAsync(true, Response () => Apply([new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)])[0], cancellationToken);
    }

    public override Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = transactionActions.ToList();
        return CallAsync(true, () => Response.FromValue<IReadOnlyList<Response>>(Apply(actions), new TableAnswer(202)), cancellationToken, () => Touch(actions[0].Entity));
    }

    private async Task<TAnswer> CallAsync<TAnswer>(bool writes, Func<TAnswer> request, CancellationToken cancellation, Action? overtake = null)
    {
        if (turn is not null) await turn();
        cancellation.ThrowIfCancellationRequested();
        lock (_guard)
        {
            RunLate(++_calls);
            var fault = faults?.Next(writes) ?? TableFault.None;
            switch (fault)
            {
                case TableFault.Busy:
                    throw faults!.Busy();
                case TableFault.LostBefore:
                    throw faults!.Lost();
                case TableFault.Late:
                    _late.Add((_calls + faults!.Below(12), () => request()));
                    throw faults.Lost();
                case TableFault.LostAfter:
                    Quietly(() => request());
                    throw faults!.Lost();
                case TableFault.Repeated:
                    Quietly(() => request());
                    break;
                case TableFault.Overtaken:
                    overtake?.Invoke();
                    break;
            }

            return request();
        }
    }

    /// <summary>What was on its way when its caller gave up arrives now.</summary>
    private void RunLate(int calls)
    {
        foreach (var (_, request) in _late.Where(each => each.After <= calls).ToList()) Quietly(request);
        _late.RemoveAll(each => each.After <= calls);
    }

    private static void Quietly(Action request)
    {
        try
        {
            request();
        }
        catch (RequestFailedException)
        {
            // Nobody is left to hear of it.
        }
    }

    private List<Response> Apply(IReadOnlyList<TableTransactionAction> actions)
    {
        TableLimits.Check(actions);
        var written = new List<(EntityKey Key, Dictionary<string, object>? Entity, ETag ETag)>();
        for (var index = 0; index < actions.Count; index++)
            written.Add(Prepare(actions[index], index));
        foreach (var (key, entity, _) in written)
        {
            if (!_partitions.TryGetValue(key.Partition, out var rows)) _partitions[key.Partition] = rows = new(StringComparer.Ordinal);
            if (entity is null)
            {
                _entities.Remove(key);
                rows.Remove(key.Row);
            }
            else
            {
                _entities[key] = entity;
                rows.Add(key.Row);
            }
        }

        return [.. written.Select(each => new TableAnswer(204, each.Entity is null ? null : each.ETag))];
    }

    private (EntityKey Key, Dictionary<string, object>? Entity, ETag ETag) Prepare(TableTransactionAction action, int index)
    {
        var key = new EntityKey(action.Entity.PartitionKey, action.Entity.RowKey);
        var exists = _entities.TryGetValue(key, out var stored);
        switch (action.ActionType)
        {
            case TableTransactionActionType.Add when exists:
                throw Failed(409, "EntityAlreadyExists", index);
            case TableTransactionActionType.Delete or TableTransactionActionType.UpdateReplace when !exists:
                throw Failed(404, "ResourceNotFound", index);
            case TableTransactionActionType.Delete or TableTransactionActionType.UpdateReplace when action.ETag != default && action.ETag != ETag.All && (string)stored![ETagName] != action.ETag.ToString():
                throw Failed(412, "UpdateConditionNotSatisfied", index);
            case TableTransactionActionType.Delete:
                return (key, null, default);
            case TableTransactionActionType.Add or TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace:
                var etag = NextETag();
                var entity = ((TableEntity)action.Entity).Where(property => property.Value is not null).ToDictionary(property => property.Key, property => property.Value);
                entity[ETagName] = etag.ToString();
                entity["Timestamp"] = Clock();
                return (key, entity, etag);
            default:
                throw new NotSupportedException($"The in-memory table does not know {action.ActionType}.");
        }
    }

    private int PageLength(int atMost) => faults?.PageLength(atMost) ?? atMost;

    private const string ETagName = "odata.etag";

    /// <summary>Somebody else wrote this entity a moment ago, and changed nothing in it.</summary>
    private void Touch(ITableEntity entity)
    {
        if (_entities.TryGetValue(new(entity.PartitionKey, entity.RowKey), out var stored)) stored[ETagName] = NextETag().ToString();
    }

    private ETag NextETag() => new(string.Create(CultureInfo.InvariantCulture, $"W/\"datetime'2024-09-30T11%3A00%3A00.{++_stamps:D7}Z'\""));

    private static TableTransactionFailedException Failed(int status, string code, int index)
    {
        var failure = new RequestFailedException(status, $"{index}:{code}", code, null);
        failure.Data["FailedEntity"] = index.ToString(CultureInfo.InvariantCulture);
        return new TableTransactionFailedException(failure);
    }

    private static TableEntity Copy(Dictionary<string, object> entity) => new(entity);

    private readonly record struct EntityKey(string Partition, string Row);

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
