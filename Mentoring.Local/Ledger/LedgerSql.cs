namespace Mentoring.Local.Ledger;

/// <summary>The ledger's statements. Row columns stand in the order in which <see cref="LedgerRows.Read"/> reads them.</summary>
internal static class LedgerSql
{
    public const string InsertOperation = "INSERT INTO operations (partition, operation) VALUES (?, ?) ON CONFLICT DO NOTHING";

    public const string RowVersion = "SELECT version FROM rows WHERE partition = ? AND kind = ? AND id = ?";
    public const string InsertRow = "INSERT INTO rows (json, due, version, partition, kind, id) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    public const string ReplaceRow = "UPDATE rows SET json = ?, due = ?, version = ? WHERE partition = ? AND kind = ? AND id = ? AND version = ?";
    public const string DeleteRow = "DELETE FROM rows WHERE partition = ? AND kind = ? AND id = ? AND version = ?";

    public const string JournalTail = "SELECT number, hash FROM journal WHERE partition = ? ORDER BY number DESC LIMIT 1";
    public const string InsertEntry = "INSERT INTO journal (partition, number, at, event, subject, by, facts, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    public const string Entries = "SELECT number, at, event, subject, by, facts, previous, hash FROM journal WHERE partition = ? AND number > ? ORDER BY number LIMIT ?";

    public const string ReadRow = "SELECT partition, kind, id, json, due, version FROM rows WHERE partition = ? AND kind = ? AND id = ?";
    public const string ListRows = "SELECT partition, kind, id, json, due, version FROM rows WHERE partition = ? AND kind = ? AND id > ? ORDER BY id LIMIT ?";

    public const string ListMails = """
        SELECT id, json_extract(json, '$."$type"'), version FROM rows
        WHERE partition = ? AND kind = 'outbox' AND id > ? ORDER BY id LIMIT ?
        """;

    public const string DueRows = """
        SELECT partition, kind, id, json, due, version FROM rows
        WHERE due IS NOT NULL AND due <= ? ORDER BY due, partition, kind, id LIMIT ?
        """;

    public const string EarliestDue = "SELECT due FROM rows WHERE due IS NOT NULL ORDER BY due LIMIT 1";

    public const string Partitions = FoundPartitions + "SELECT partition FROM found WHERE partition IS NOT NULL";

    /// <summary>A look-up in each partition: they are few, and an index over all of them would have to be written with every row.</summary>
    public const string FindRow = FoundPartitions + """
        SELECT rows.partition, kind, id, json, due, version FROM found CROSS JOIN rows
        WHERE rows.partition = found.partition AND kind = ? AND id = ? LIMIT 1
        """;

    /// <summary>One index look-up a partition instead of a walk over all rows.</summary>
    private const string FoundPartitions = """
        WITH RECURSIVE found (partition) AS (
            SELECT min(partition) FROM rows
            UNION ALL
            SELECT (SELECT min(rows.partition) FROM rows WHERE rows.partition > found.partition) FROM found WHERE found.partition IS NOT NULL)

        """;
}
