namespace Mentoring.Local.Ledger;

/// <summary>Remembers when the ledger's next row is due, because that is asked at every firing of a timer and rarely changes.</summary>
internal sealed class EarliestDue
{
    private readonly Lock guard = new();
    private (bool IsKnown, DateTimeOffset? At) earliest;
    private long changes;

    /// <summary>True where no row is due by then.</summary>
    public bool IsAfter(DateTimeOffset until, Func<DateTimeOffset?> look)
    {
        long seen;
        lock (guard)
        {
            if (earliest.IsKnown) return !(earliest.At <= until);
            seen = changes;
        }

        var found = look();
        lock (guard)
        {
            // A commit while looking may have come too late for this look.
            if (seen == changes) earliest = (true, found);
        }

        return !(found <= until);
    }

    /// <summary>To be called after each commit, before it is answered.</summary>
    public void Forget()
    {
        lock (guard)
        {
            changes++;
            earliest = default;
        }
    }
}
