using Mentoring.Functions.Ledger;

namespace Mentoring.Local.Ledger;

/// <summary>Rows that were read or written lately, as they stand in the store, because most rows are asked for again soon.</summary>
/// <remarks>Two halves: what is asked for moves to the young half, and when that is full the old half is forgotten.</remarks>
/// <param name="half">How many rows a half holds; a row has a few kilobytes, with few exceptions.</param>
internal sealed class RecentRows(int half)
{
    private readonly Lock guard = new();
    private Dictionary<RowKey, LedgerRow> young = [];
    private Dictionary<RowKey, LedgerRow> old = [];
    private long changes;

    /// <param name="look">Finds the row where it is not known.</param>
    public LedgerRow? Get(RowKey key, Func<RowKey, LedgerRow?> look)
    {
        long seen;
        lock (guard)
        {
            if (Find(key) is { } known) return known;
            seen = changes;
        }

        var found = look(key);
        lock (guard)
        {
            // A commit while looking may have come too late for this look.
            if (found is not null && seen == changes) Keep(found);
        }

        return found;
    }

    /// <summary>The row as it is known, with whatever was found out about it; the row itself where it is not known like this.</summary>
    public LedgerRow Known(LedgerRow row)
    {
        lock (guard) return Find(row.Key) is { } known && known.Version == row.Version ? known : row;
    }

    /// <summary>To be called with each commit, in the order of commits, before it is answered.</summary>
    public void Take(LedgerChange change, long number)
    {
        var version = LedgerRows.Version(number);
        lock (guard)
        {
            changes++;
            foreach (var row in change.Rows)
            {
                switch (row)
                {
                    case RowWrite.Insert insert:
                        Keep(new LedgerRow(row.Key, insert.Json, insert.DueAt?.ToUniversalTime(), version, row.Meaning));
                        break;
                    case RowWrite.Replace replace:
                        Keep(new LedgerRow(row.Key, replace.Json, replace.DueAt?.ToUniversalTime(), version, row.Meaning));
                        break;
                    case RowWrite.Delete:
                        young.Remove(row.Key);
                        old.Remove(row.Key);
                        break;
                }
            }
        }
    }

    private LedgerRow? Find(RowKey key)
    {
        if (young.TryGetValue(key, out var row)) return row;
        if (old.TryGetValue(key, out row)) Keep(row);
        return row;
    }

    private void Keep(LedgerRow row)
    {
        if (young.Count >= half && !young.ContainsKey(row.Key)) (old, young) = (young, []);
        young[row.Key] = row;
    }
}
