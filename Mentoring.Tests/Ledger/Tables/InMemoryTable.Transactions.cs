using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>Writes: a transaction is whole or not at all, and every entity it writes gets a new version.</summary>
internal sealed partial class InMemoryTable
{
    private const string ETagName = "odata.etag";

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
}
