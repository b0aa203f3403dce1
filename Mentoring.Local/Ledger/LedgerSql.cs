namespace Mentoring.Local.Ledger;

/// <summary>The ledger's statements. Row columns stand in the order in which <see cref="LedgerRows.Read"/> reads them.</summary>
internal static class LedgerSql
{
    public const string InsertOperation = "INSERT INTO operations (partition, operation) VALUES (?, ?) ON CONFLICT DO NOTHING";
    public const string ForgetOperation = "DELETE FROM operations WHERE seq = ?";

    public const string RowVersion = "SELECT version FROM rows WHERE partition = ? AND kind = ? AND id = ?";
    public const string InsertRow = "INSERT INTO rows (json, due, version, partition, kind, id) VALUES (?, ?, ?, ?, ?, ?)";
    public const string ReplaceRow = "UPDATE rows SET json = ?, due = ?, version = ? WHERE partition = ? AND kind = ? AND id = ?";
    public const string DeleteRow = "DELETE FROM rows WHERE partition = ? AND kind = ? AND id = ?";

    public const string JournalTail = "SELECT number, hash FROM journal WHERE partition = ? ORDER BY number DESC LIMIT 1";
    public const string InsertEntry = "INSERT INTO journal (partition, number, at, event, subject, by, facts, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    public const string Entries = "SELECT number, at, event, subject, by, facts, previous, hash FROM journal WHERE partition = ? AND number > ? ORDER BY number LIMIT ?";

    public const string ReadRow = "SELECT partition, kind, id, json, due, version FROM rows WHERE partition = ? AND kind = ? AND id = ?";
    public const string FindRow = "SELECT partition, kind, id, json, due, version FROM rows WHERE kind = ? AND id = ? ORDER BY partition LIMIT 1";
    public const string ListRows = "SELECT partition, kind, id, json, due, version FROM rows WHERE partition = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?";

    public const string DueRows = """
        SELECT partition, kind, id, json, due, version FROM rows
        WHERE due IS NOT NULL AND due <= ? ORDER BY due, partition, kind, id LIMIT ?
        """;

    public const string EarliestDue = "SELECT due FROM rows WHERE due IS NOT NULL ORDER BY due LIMIT 1";

    /// <summary>One index look-up a partition instead of a walk over all rows.</summary>
    public const string Partitions = """
        WITH RECURSIVE found (partition) AS (
            SELECT min(partition) FROM rows
            UNION ALL
            SELECT (SELECT min(rows.partition) FROM rows WHERE rows.partition > found.partition) FROM found WHERE found.partition IS NOT NULL)
        SELECT partition FROM found WHERE partition IS NOT NULL
        """;
}
