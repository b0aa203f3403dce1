using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace Mentoring.Local.Durable;

/// <summary>The instances, running and finished.</summary>
internal sealed class InstanceTable(DurableStore store) : IDisposable
{
    private const string Columns =
        "id, name, created, updated, version, execution, turns, status, input, output, custom_status, failure, tags, " +
        "parent, parent_name, parent_execution, parent_task";

    private readonly WriteStatement _insert = store.Writer(
        $"INSERT OR REPLACE INTO instances ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");

    private readonly WriteStatement _update = store.Writer(
        "UPDATE instances SET updated = ?2, version = ?3, execution = ?4, turns = ?5, status = ?6, input = ?7, output = ?8, " +
        "custom_status = ?9, failure = ?10 WHERE id = ?1");

    private readonly ReadStatement _read = store.Reader($"SELECT {Columns} FROM instances WHERE id = $1", 1);

    private readonly ReadStatement _children = store.Reader("SELECT id FROM instances WHERE parent = $1 ORDER BY id", 1);

    private readonly WriteStatement _delete = store.Writer("DELETE FROM instances WHERE id = ?1");

    private readonly ReadStatement _page = store.Reader(
        $"SELECT {Columns} FROM instances WHERE id > $1 AND created >= $2 AND created <= $3 AND substr(id, 1, length($4)) = $4 " +
        "AND ($5 = 0 OR (($5 >> status) & 1) = 1) ORDER BY id LIMIT $6", 6);

    internal void Insert(Instance instance) => store.Write(
        _insert, instance.Id, instance.Name, instance.CreatedAt.Ticks, instance.UpdatedAt.Ticks, instance.Version, instance.ExecutionNumber,
        instance.Turns, (int)instance.Status, instance.Input, instance.Output, instance.CustomStatus, Json(instance.Failure),
        instance.Tags is { Count: > 0 } tags ? JsonSerializer.Serialize(tags.ToDictionary(), HistoryFormat.Stored.DictionaryStringString) : null,
        instance.Parent?.InstanceId, instance.Parent?.Name, instance.Parent?.Execution, instance.Parent?.TaskId);

    internal void Update(Instance instance) => store.Write(
        _update, instance.Id, instance.UpdatedAt.Ticks, instance.Version, instance.ExecutionNumber, instance.Turns, (int)instance.Status,
        instance.Input, instance.Output, instance.CustomStatus, Json(instance.Failure));

    internal void Delete(string id) => store.Write(_delete, id);

    internal Instance? Find(string id)
    {
        using var rows = _read.Read(id);
        return rows.Read() ? Map(rows) : null;
    }

    internal List<string> Children(string parentId)
    {
        List<string> ids = [];
        using var rows = _children.Read(parentId);
        while (rows.Read()) ids.Add(rows.GetString(0));
        return ids;
    }

    /// <param name="after">The last id of the page before; empty for the first page.</param>
    internal List<Instance> Page(string after, InstanceFilter filter, int size)
    {
        List<Instance> page = [];
        using var rows = _page.Read(after, filter.From.Ticks, filter.To.Ticks, filter.Prefix, filter.StatusBits, size);
        while (rows.Read()) page.Add(Map(rows));
        return page;
    }

    public void Dispose()
    {
        foreach (var statement in (IDisposable[])[_insert, _update, _read, _children, _delete, _page]) statement.Dispose();
    }

    private static string? Json(Failure? failure) => failure is null ? null : JsonSerializer.Serialize(failure, HistoryFormat.Stored.Failure);

    private static Instance Map(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), Time(row, 2))
    {
        UpdatedAt = Time(row, 3),
        Version = row.GetString(4),
        ExecutionNumber = row.GetInt64(5),
        Turns = row.GetInt32(6),
        Status = (OrchestrationRuntimeStatus)row.GetInt32(7),
        Input = Text(row, 8),
        Output = Text(row, 9),
        CustomStatus = Text(row, 10),
        Failure = Text(row, 11) is { } failure ? JsonSerializer.Deserialize(failure, HistoryFormat.Stored.Failure) : null,
        Tags = Text(row, 12) is { } tags ? JsonSerializer.Deserialize(tags, HistoryFormat.Stored.DictionaryStringString) : null,
        Parent = Text(row, 13) is { } parent ? new ParentAction(parent, row.GetString(14), row.GetInt64(15), row.GetInt32(16)) : null,
    };

    private static DateTime Time(SqliteDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
