using System.Text.Json;

namespace Mentoring.Local.Durable;

/// <summary>The current execution's history of each instance, a row per turn.</summary>
internal sealed class HistoryTable(DurableStore store) : IDisposable
{
    private readonly WriteStatement _append = store.Writer("INSERT INTO history VALUES (?1, ?2, ?3)");
    private readonly ReadStatement _read = store.Reader("SELECT events FROM history WHERE instance = $1 ORDER BY turn", 1);
    private readonly WriteStatement _delete = store.Writer("DELETE FROM history WHERE instance = ?1");

    internal void Append(string instanceId, int turn, List<HistoryEvent> events) =>
        store.Write(_append, instanceId, turn, JsonSerializer.SerializeToUtf8Bytes(events, HistoryFormat.Stored.ListHistoryEvent));

    internal List<HistoryEvent> Read(string instanceId)
    {
        List<HistoryEvent> events = [];
        using var rows = _read.Read(instanceId);
        while (rows.Read()) events.AddRange(JsonSerializer.Deserialize(rows.GetString(0), HistoryFormat.Stored.ListHistoryEvent) ?? []);
        return events;
    }

    internal void Delete(string instanceId) => store.Write(_delete, instanceId);

    public void Dispose()
    {
        foreach (var statement in (IDisposable[])[_append, _read, _delete]) statement.Dispose();
    }
}
