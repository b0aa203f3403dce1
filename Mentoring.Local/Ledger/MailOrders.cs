using Mentoring.Functions.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Ledger;

/// <summary>The orders of mails of rounds that somebody has looked at. Before anybody does, nothing is kept and commits cost nothing.</summary>
internal sealed class MailOrders(SqliteStore store)
{
    private const int MostRounds = 4;
    private const int Page = 500;

    private readonly Lock guard = new();
    private readonly Dictionary<string, Known> known = new(StringComparer.Ordinal);

    public MailOrder Of(string round)
    {
        Known mine;
        lock (guard)
        {
            if (!known.TryGetValue(round, out mine!))
            {
                if (known.Count == MostRounds) known.Clear();
                known.Add(round, mine = new Known());
            }
        }

        // Never while holding the guard: filling waits for the store's writer, who takes commits.
        lock (mine.Filling)
        {
            if (!mine.IsFilled) Fill(mine.Order, round);
            mine.IsFilled = true;
        }

        return mine.Order;
    }

    /// <summary>To be called with each commit, in the order of commits, before it is answered.</summary>
    public void Take(LedgerChange change, long number)
    {
        Known? mine;
        lock (guard) known.TryGetValue(change.Partition, out mine);
        mine?.Order.Take(change, number);
    }

    /// <summary>Puts in what is in the store. Commits that come while it does so are taken as well; where it fails, the next look tries again.</summary>
    private void Fill(MailOrder order, string round)
    {
        var last = "";
        List<string> page;
        do
        {
            page = store.Read(session => session[LedgerSql.ListMails].With(round).With(last).With(Page).All(row =>
            {
                order.Found(row.Text(0), row.Text(1), row.Int(2));
                return row.Text(0);
            }));
            if (page.Count > 0) last = page[^1];
        }
        while (page.Count == Page);
    }

    private sealed class Known
    {
        public MailOrder Order { get; } = new();

        public Lock Filling { get; } = new();

        public bool IsFilled { get; set; }
    }
}
