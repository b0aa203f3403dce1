using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>Rows and journal entries as entities.</summary>
internal static class LedgerEntities
{
    private const string Id = "Id";
    private const string Kind = "Kind";
    private const string Json = "Json";
    private const string Due = "Due";

    public static TableEntity Row(RowKey key, string json, DateTimeOffset? dueAt)
    {
        var entity = new TableEntity(TableKeys.Partition(key.Partition), TableKeys.Row(key.Kind, key.Id)) { [Id] = key.Id };
        TableTexts.Write(entity, Json, json);
        if (dueAt is { } due)
            entity[Due] = due.UtcTicks;
        return entity;
    }

    public static LedgerRow Row(string partition, string kind, TableEntity entity)
    {
        var due = entity.GetInt64(Due);
        return new LedgerRow(
            new RowKey(partition, kind, entity.GetString(Id)),
            TableTexts.Read(entity, Json),
            due is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            new RowVersion(entity.ETag, due).ToString());
    }

    public static TableEntity DuePointer(RowKey key, long ticks) =>
        new(TableKeys.Partition(key.Partition), TableKeys.Due(ticks, key.Kind, key.Id)) { [Kind] = key.Kind, [Id] = key.Id, [Due] = ticks };

    public static (RowKey Key, long Ticks) DuePointer(string partition, TableEntity entity) =>
        (new RowKey(partition, entity.GetString(Kind), entity.GetString(Id)), entity.GetInt64(Due) ?? 0);

    public static TableEntity Entry(JournalEntry entry)
    {
        var entity = new TableEntity(TableKeys.Partition(entry.Partition), TableKeys.Entry(entry.Number))
        {
            ["Number"] = entry.Number,
            ["At"] = entry.Draft.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["Event"] = entry.Draft.Event,
            ["Subject"] = entry.Draft.Subject,
            ["By"] = entry.Draft.By,
            ["Previous"] = entry.PreviousHash,
            ["Hash"] = entry.Hash,
        };

        // A flat list, name and value in turn: their order counts, and a name may come twice.
        TableTexts.Write(entity, "Facts", JsonSerializer.Serialize(entry.Draft.Facts.SelectMany(fact => new[] { fact.Key, fact.Value })));
        return entity;
    }

    public static JournalEntry Entry(string partition, TableEntity entity) => new(
        partition,
        entity.GetInt64("Number") ?? 0,
        new JournalDraft(
            DateTimeOffset.Parse(entity.GetString("At"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            entity.GetString("Event"),
            entity.GetString("Subject"),
            entity.GetString("By"),
            [.. JsonSerializer.Deserialize<string[]>(TableTexts.Read(entity, "Facts"))!.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))]),
        entity.GetString("Previous"),
        entity.GetString("Hash"));
}
