using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>What the service refuses, with its own codes.</summary>
internal static class TableLimits
{
    /// <summary>Entities a page.</summary>
    private const int Page = 1000;

    private const int KeyBytes = 1024;
    private const int PropertyBytes = 64 * 1024;
    private const int EntityBytes = 1024 * 1024;
    private const int Properties = 252;
    private const int Actions = 100;
    private const int TransactionBytes = 4 * 1024 * 1024;

    private static readonly string[] OfEveryEntity = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    /// <summary>How long a page may be that asks for so many.</summary>
    public static int CheckedPage(int? atMost)
    {
        Refuse(atMost is < 1 or > Page, "InvalidInput");
        return atMost ?? Page;
    }

    public static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        Assert.NotEmpty(actions);
        Refuse(actions.Count > Actions, "InvalidInput");
        Refuse(actions.Select(action => action.Entity.PartitionKey).Distinct().Count() > 1, "CommandsInBatchActOnDifferentPartitions");
        Refuse(actions.Select(action => action.Entity.RowKey).Distinct().Count() < actions.Count, "InvalidDuplicateRow");
        foreach (var entity in actions.Select(action => (TableEntity)action.Entity)) Check(entity);
        Refuse(actions.Sum(action => (long)Sent((TableEntity)action.Entity)) > TransactionBytes, "ContentLengthExceeded", 413);
    }

    private static void Check(TableEntity entity)
    {
        foreach (var key in new[] { entity.PartitionKey, entity.RowKey })
        {
            Refuse(Encoding.Unicode.GetByteCount(key) > KeyBytes, "KeyValueTooLarge");
            Refuse(key.Any(unit => unit is '/' or '\\' or '#' or '?' || char.IsControl(unit)), "OutOfRangeInput");
        }

        var own = entity.Where(property => !OfEveryEntity.Contains(property.Key)).ToList();
        Refuse(own.Count > Properties, "TooManyProperties");
        Refuse(own.Any(property => Kept(property.Value) > PropertyBytes), "PropertyValueTooLarge");
        Refuse(entity.Sum(property => 8 + (property.Key.Length * 2) + Kept(property.Value)) > EntityBytes, "EntityTooLarge");
    }

    private static int Kept(object value) => value switch
    {
        string text => (text.Length * 2) + 4,
        int => 4,
        long or DateTimeOffset => 8,
        _ => throw new NotSupportedException($"The in-memory table keeps no {value.GetType().Name}."),
    };

    /// <summary>The entity as JSON, as the package writes it, and the lines of its part of the request.</summary>
    private static int Sent(TableEntity entity) =>
        JsonSerializer.SerializeToUtf8Bytes(entity.ToDictionary(property => property.Key, property => property.Value)).Length + 600 + (entity.PartitionKey.Length * 3) + (entity.RowKey.Length * 3);

    private static void Refuse(bool wrong, string code, int status = 400)
    {
        if (wrong) throw new RequestFailedException(status, code, code, null);
    }
}
