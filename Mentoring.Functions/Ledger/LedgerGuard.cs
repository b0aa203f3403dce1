using System.Buffers;
using System.Text;

namespace Mentoring.Functions.Ledger;

/// <summary>What both adapters refuse before they touch the store, in the same words.</summary>
public static class LedgerGuard
{
    private const int LongestPart = 256;

    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create(['/', '\\', '#', '?', .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    /// <exception cref="ArgumentException">Names the fault and what is allowed.</exception>
    public static void Check(LedgerChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        CheckPart("partition", change.Partition);
        CheckPart("operation", change.Operation);
        var operations = change.Rows.Count + change.Journal.Count;
        if (operations > LedgerLimits.OperationsPerChange)
            throw new ArgumentException($"A change holds at most {LedgerLimits.OperationsPerChange} rows and journal entries; this one has {operations}.", nameof(change));

        var seen = new HashSet<RowKey>(change.Rows.Count);
        var bytes = 0;
        foreach (var row in change.Rows)
        {
            Check(row.Key);
            if (row.Key.Partition != change.Partition)
                throw new ArgumentException($"Row {row.Key} lies outside the change's partition {change.Partition}.", nameof(change));
            if (!seen.Add(row.Key))
                throw new ArgumentException($"Row {row.Key} stands twice in one change.", nameof(change));
            bytes += CheckedBytes(row);
        }

        if (bytes > LedgerLimits.ChangeBytes)
            throw new ArgumentException($"A change holds at most {LedgerLimits.ChangeBytes} bytes; this one has {bytes}.", nameof(change));
    }

    /// <inheritdoc cref="Check(LedgerChange)"/>
    public static void Check(RowKey key)
    {
        CheckPart("partition", key.Partition);
        CheckPart("kind", key.Kind);
        CheckPart("id", key.Id);
    }

    /// <inheritdoc cref="Check(LedgerChange)"/>
    public static void CheckPart(string name, string value)
    {
        if (string.IsNullOrEmpty(value) || value.Length > LongestPart)
            throw new ArgumentException($"The {name} of a row has 1 to {LongestPart} characters; this one has {value?.Length ?? 0}.", name);
        if (value.AsSpan().IndexOfAny(Forbidden) is >= 0 and var index)
            throw new ArgumentException($"The {name} of a row holds none of / \\ # ? and no control characters; this one holds U+{(int)value[index]:X4}.", name);
    }

    /// <summary>Whether a row could have this as part of its address. Whatever a request names may be asked first: what no row can be called is not there.</summary>
    public static bool IsPart(string value) => value is { Length: > 0 and <= LongestPart } && !value.AsSpan().ContainsAny(Forbidden);

    private static int CheckedBytes(RowWrite row)
    {
        var json = row switch
        {
            RowWrite.Insert insert => insert.Json,
            RowWrite.Replace replace => replace.Json,
            _ => "",
        };
        var bytes = Encoding.UTF8.GetByteCount(json);
        return bytes <= LedgerLimits.RowBytes
            ? bytes
            : throw new ArgumentException($"Row {row.Key} has {bytes} bytes; at most {LedgerLimits.RowBytes} are allowed.", nameof(row));
    }
}
