using Mentoring.Functions.Queues;

namespace Mentoring.Functions.Ledger;

/// <summary>One decision's writes in one partition: rows, and the events that explain them.</summary>
/// <param name="Operation">Unique to this decision, so that a repeated commit is recognised.</param>
/// <param name="Rows">At most one write a row.</param>
/// <param name="Journal">Events in order; may be empty.</param>
public sealed record LedgerChange(
    string Partition,
    string Operation,
    IReadOnlyList<RowWrite> Rows,
    IReadOnlyList<JournalDraft> Journal)
{
    /// <summary>What is to be sent once the change stands. A ledger that shares its store with the queues sends it in the same transaction.</summary>
    public IReadOnlyList<QueueMessage> Messages { get; init; } = [];
}

/// <summary>A write of one row.</summary>
public abstract record RowWrite
{
    private RowWrite(RowKey key) => Key = key;

    public RowKey Key { get; }

    /// <summary>What the text says, where the writer has it at hand; see <see cref="LedgerRow.As"/>. Never stored.</summary>
    public object? Meaning { get; init; }

    /// <summary>A conflict where the row exists.</summary>
    public sealed record Insert(RowKey Key, string Json, DateTimeOffset? DueAt = null) : RowWrite(Key);

    /// <summary>A conflict unless the row has this version.</summary>
    public sealed record Replace(RowKey Key, string Json, string Version, DateTimeOffset? DueAt = null) : RowWrite(Key);

    /// <summary>A conflict unless the row has this version.</summary>
    public sealed record Delete(RowKey Key, string Version) : RowWrite(Key);

    /// <summary>Writes nothing; a conflict unless the row has this version: the decision rests on it.</summary>
    public sealed record Expect(RowKey Key, string Version) : RowWrite(Key);
}

/// <summary>What became of a change.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome() { }

    /// <summary>Written, now or by an earlier try of the same operation.</summary>
    /// <param name="MessagesSent">False where the change's messages are still to be sent.</param>
    public sealed record Committed(bool MessagesSent = false) : CommitOutcome;

    /// <summary>Nothing written: the row had changed. Load again and decide again.</summary>
    public sealed record Conflict(RowKey Key) : CommitOutcome;
}
