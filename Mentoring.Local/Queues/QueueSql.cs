namespace Mentoring.Local.Queues;

/// <summary>The queue's statements. The number of deliveries names the lock.</summary>
internal static class QueueSql
{
    public const string ForgetIds = "DELETE FROM message_ids WHERE until <= ?";

    /// <summary>Takes the place of the same id where its window has passed.</summary>
    public const string RememberId = """
        INSERT INTO message_ids (queue, id, until) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET until = excluded.until WHERE until <= ?
        """;

    public const string Send = "INSERT INTO messages (queue, id, body, enqueued, visible, deliveries, locked) VALUES (?, ?, ?, ?, ?, 0, 0)";

    public const string NextVisible = "SELECT visible FROM messages WHERE queue = ? AND dead IS NULL ORDER BY visible LIMIT 1";
    public const string Peek = """
        SELECT seq, id, body, enqueued, deliveries FROM messages
        WHERE queue = ? AND dead IS NULL AND visible <= ? ORDER BY visible, seq LIMIT 1
        """;
    public const string Lock = "UPDATE messages SET visible = ?, deliveries = deliveries + 1, locked = 1 WHERE seq = ?";

    public const string Complete = "DELETE FROM messages WHERE seq = ? AND deliveries = ? AND dead IS NULL";
    public const string Abandon = "UPDATE messages SET visible = ?, locked = 0 WHERE seq = ? AND deliveries = ? AND dead IS NULL";
    public const string Bury = "UPDATE messages SET dead = ?, locked = 0 WHERE seq = ? AND deliveries = ? AND dead IS NULL";
    public const string ReleaseLocks = "UPDATE messages SET visible = ?, locked = 0 WHERE locked = 1 AND dead IS NULL";

    public const string Dead = "SELECT seq, id, body, deliveries, dead FROM messages WHERE queue = ? AND dead IS NOT NULL ORDER BY seq";
    public const string Raise = "UPDATE messages SET dead = NULL, deliveries = 0, locked = 0, visible = ? WHERE seq = ? AND queue = ? AND dead IS NOT NULL";
    public const string Check = "SELECT count(*) FROM (SELECT 1 FROM messages LIMIT 1)";
}
