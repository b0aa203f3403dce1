using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>A table that lives in memory, with the service's rules: keys, sizes, versions, whole transactions, pages. Faults and turns are the test's to decide.</summary>
/// <remarks>Every call first waits for its turn, so that a test can choose who goes first, and then suffers what the faults have in store.</remarks>
internal sealed partial class InMemoryTable(TableFaults? faults = null, Func<Task>? turn = null) : TableClient
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

    private static TableEntity Copy(Dictionary<string, object> entity) => new(entity);

    private readonly record struct EntityKey(string Partition, string Row);
}
