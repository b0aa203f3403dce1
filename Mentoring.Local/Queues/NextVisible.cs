namespace Mentoring.Local.Queues;

/// <summary>Remembers when each queue's next message is visible, because that is asked at every step of the clock and rarely changes.</summary>
internal sealed class NextVisible
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, DateTimeOffset?> known = [];
    private long changes;

    public DateTimeOffset? Get(string queue, Func<string, DateTimeOffset?> look)
    {
        long seen;
        lock (guard)
        {
            if (known.TryGetValue(queue, out var remembered)) return remembered;
            seen = changes;
        }

        var found = look(queue);
        lock (guard)
        {
            // A change while looking may have come too late for this look.
            if (seen == changes) known[queue] = found;
        }

        return found;
    }

    /// <summary>To be called after each commit.</summary>
    public void Forget()
    {
        lock (guard)
        {
            changes++;
            known.Clear();
        }
    }
}
