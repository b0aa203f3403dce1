using Mentoring.Functions.Ledger;

namespace Mentoring.Local.Ledger;

/// <summary>Remembers short lists over all partitions, such as that of the rounds, because they are asked for with every registration and rarely change.</summary>
internal sealed class ShortLists
{
    /// <summary>Of more rows nothing is kept.</summary>
    public const int Longest = 100;

    private readonly Lock guard = new();
    private readonly Dictionary<string, LedgerRow[]> known = new(StringComparer.Ordinal);
    private long changes;

    /// <summary>The list of the kind, or null and a number for <see cref="Keep"/>.</summary>
    public LedgerRow[]? Find(string kind, out long seen)
    {
        lock (guard)
        {
            seen = changes;
            return known.GetValueOrDefault(kind);
        }
    }

    /// <summary>Keeps a list that was read since <paramref name="seen"/>, unless a commit came in between.</summary>
    public void Keep(string kind, IReadOnlyCollection<LedgerRow> rows, long seen)
    {
        if (rows.Count > Longest) return;
        lock (guard)
        {
            if (seen == changes) known[kind] = [.. rows];
        }
    }

    /// <summary>To be called with each commit, before it is answered.</summary>
    public void Take(LedgerChange change)
    {
        lock (guard)
        {
            changes++;
            foreach (var row in change.Rows)
                if (row is not RowWrite.Expect) known.Remove(row.Key.Kind);
        }
    }
}
