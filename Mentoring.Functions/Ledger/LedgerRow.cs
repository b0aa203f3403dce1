namespace Mentoring.Functions.Ledger;

/// <summary>Address of a row. None of the parts may hold <c>/ \ # ?</c> or control characters, nor be empty or longer than 256 characters.</summary>
public readonly record struct RowKey(string Partition, string Kind, string Id)
{
    public override string ToString() => $"{Partition}/{Kind}/{Id}";
}

/// <summary>The current state of one thing.</summary>
/// <param name="Json">The state, at most <see cref="LedgerLimits.RowBytes"/> in UTF-8.</param>
/// <param name="DueAt">When this row should have moved by itself at the latest; null where it waits for nobody.</param>
/// <param name="Version">Opaque; changes with every write.</param>
public sealed record LedgerRow(RowKey Key, string Json, DateTimeOffset? DueAt, string Version)
{
    private object? _meaning;

    public LedgerRow(RowKey key, string json, DateTimeOffset? dueAt, string version, object? meaning)
        : this(key, json, dueAt, version) => _meaning = meaning;

    /// <summary>What the text says. Worked out once, because a ledger may hand the same row to many readers.</summary>
    /// <param name="read">From the text to something that nobody can change.</param>
    public T As<T>(Func<string, T> read)
        where T : class
    {
        if (_meaning is T known)
            return known;
        var meaning = read(Json);
        _meaning = meaning;
        return meaning;
    }

    public bool Equals(LedgerRow? other) =>
        other is not null && Key == other.Key && Json == other.Json && DueAt == other.DueAt && Version == other.Version;

    public override int GetHashCode() => HashCode.Combine(Key, Version);
}

/// <summary>Bounds that both adapters keep (Azure Tables' own: 64 KiB a property of UTF-16, 1 MiB an entity, 100 operations and 4 MiB a transaction).</summary>
public static class LedgerLimits
{
    public const int RowBytes = 480 * 1024;

    /// <summary>Rows and journal entries of one change together.</summary>
    public const int OperationsPerChange = 90;

    /// <summary>All rows of one change together, in UTF-8.</summary>
    public const int ChangeBytes = 3 * 1024 * 1024;
}
