using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>A change as actions on a table, on top of one head of its partition.</summary>
/// <param name="Head">What the partition's head becomes.</param>
/// <param name="Actions">All but the operation's row and the head. A row's own action names it; those of pointers and journal entries name none.</param>
internal sealed record PlannedChange(LedgerChange Change, PartitionHead Seen, PartitionHead Head, IReadOnlyList<(TableTransactionAction Action, RowKey? Of)> Actions)
{
    /// <summary>Of the service's 100. Two go to the operation's row and the head.</summary>
    public const int RoomForActions = 98;

    /// <summary>Of the service's 4 MiB, as they are sent.</summary>
    public const int RoomForBytes = 3_500_000;

    public bool FitsOneTransaction { get; } = Actions.Count <= RoomForActions && Actions.Sum(each => Bytes(each.Action.Entity)) <= RoomForBytes;

    /// <summary>Null where a row's version is none that a row here ever had.</summary>
    public static (PlannedChange? Plan, RowKey? Misfit) Of(LedgerChange change, PartitionHead head)
    {
        var actions = new List<(TableTransactionAction Action, RowKey? Of)>(change.Rows.Count + change.Journal.Count + 4);
        foreach (var row in change.Rows)
        {
            switch (row)
            {
                case RowWrite.Insert insert:
                    actions.Add((new TableTransactionAction(TableTransactionActionType.Add, LedgerEntities.Row(row.Key, insert.Json, insert.DueAt)), row.Key));
                    Point(actions, row.Key, null, insert.DueAt?.UtcTicks);
                    break;
                case RowWrite.Replace replace:
                    if (RowVersion.Parse(replace.Version) is not { } replaced)
                        return (null, row.Key);
                    actions.Add((new TableTransactionAction(TableTransactionActionType.UpdateReplace, LedgerEntities.Row(row.Key, replace.Json, replace.DueAt), replaced.ETag), row.Key));
                    Point(actions, row.Key, replaced.DueTicks, replace.DueAt?.UtcTicks);
                    break;
                case RowWrite.Delete delete:
                    if (RowVersion.Parse(delete.Version) is not { } deleted)
                        return (null, row.Key);
                    actions.Add((new TableTransactionAction(
                        TableTransactionActionType.Delete, new TableEntity(TableKeys.Partition(row.Key.Partition), TableKeys.Row(row.Key.Kind, row.Key.Id)), deleted.ETag), row.Key));
                    Point(actions, row.Key, deleted.DueTicks, null);
                    break;
            }
        }

        var (number, hash) = (head.Number, head.Hash);
        foreach (var draft in change.Journal)
        {
            var entry = JournalChain.Append(change.Partition, ++number, hash, draft);
            hash = entry.Hash;
            actions.Add((new TableTransactionAction(TableTransactionActionType.UpsertReplace, LedgerEntities.Entry(entry)), null));
        }

        return (new PlannedChange(change, head, head with { Commits = head.Commits + 1, Number = number, Hash = hash }, actions), null);
    }

    /// <summary>The row that says that the operation is committed: added with it, so that it exists once or never.</summary>
    public TableTransactionAction Operation() => new(
        TableTransactionActionType.Add, new TableEntity(TableKeys.Partition(Change.Partition), TableKeys.Operation(Change.Operation)));

    /// <summary>What an entity comes to in a request: JSON with everything escaped that JSON may escape, and the lines around it.</summary>
    public static int Bytes(ITableEntity entity)
    {
        const int Around = 2_000;
        var bytes = Around;
        foreach (var (_, value) in (TableEntity)entity)
        {
            if (value is string text)
                bytes += text.Length < 1_000 ? text.Length * 6 : JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length;
        }

        return bytes;
    }

    /// <summary>Pointers are the index of what is due. They change with their row and in no other way, so they need no versions.</summary>
    private static void Point(List<(TableTransactionAction Action, RowKey? Of)> actions, RowKey key, long? from, long? to)
    {
        if (from == to)
            return;
        if (from is { } old)
            actions.Add((new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(TableKeys.Partition(key.Partition), TableKeys.Due(old, key.Kind, key.Id)), ETag.All), null));
        if (to is { } next)
            actions.Add((new TableTransactionAction(TableTransactionActionType.UpsertReplace, LedgerEntities.DuePointer(key, next)), null));
    }
}
