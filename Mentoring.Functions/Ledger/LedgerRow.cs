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
public sealed record LedgerRow(RowKey Key, string Json, DateTimeOffset? DueAt, string Version);

/// <summary>Bounds that both adapters keep (Azure Tables' own: 64 KiB a property of UTF-16, 1 MiB an entity, 100 operations and 4 MiB a transaction).</summary>
public static class LedgerLimits
{
    public const int RowBytes = 480 * 1024;

    /// <summary>Rows and journal entries of one change together.</summary>
    public const int OperationsPerChange = 90;

    /// <summary>All rows of one change together, in UTF-8.</summary>
    public const int ChangeBytes = 3 * 1024 * 1024;
}
