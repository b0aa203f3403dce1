using System.Text.Json;

namespace Mentoring.Local.Durable;

/// <summary>Messages that no turn has consumed, timers among them.</summary>
internal sealed class MessageTable(DurableStore store) : IDisposable
{
    private readonly WriteStatement _insert = store.Writer("INSERT INTO messages VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly WriteStatement _delete = store.Writer("DELETE FROM messages WHERE number = ?1");

    internal void Insert(Message message)
    {
        store.Write(
            _insert, message.Number, message.InstanceId, message.Execution, message.VisibleAt.Ticks,
            JsonSerializer.SerializeToUtf8Bytes(message.Event, HistoryFormat.Stored.HistoryEvent));
        message.IsSaved = true;
    }

    internal void Delete(Message message) => store.Write(_delete, message.Number);

    internal List<Message> ReadAll()
    {
        List<Message> messages = [];
        using var select = store.Reader("SELECT number, instance, execution, visible, event FROM messages ORDER BY number", 0);
        using var rows = select.Read();
        while (rows.Read())
        {
            messages.Add(new Message(
                rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), new DateTime(rows.GetInt64(3), DateTimeKind.Utc),
                JsonSerializer.Deserialize(rows.GetString(4), HistoryFormat.Stored.HistoryEvent)!)
            { IsSaved = true });
        }

        return messages;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
    }
}
