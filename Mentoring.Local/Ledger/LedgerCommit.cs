using System.Globalization;
using Mentoring.Functions.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Ledger;

/// <summary>Writes one change within a transaction.</summary>
internal static class LedgerCommit
{
    /// <returns>The commit's number, which is the version of the rows it wrote; 0 where an earlier try of the same operation stands.</returns>
    /// <exception cref="LostRaceException">A row had changed; what was written up to there must be undone.</exception>
    public static long Write(Session session, LedgerChange change)
    {
        if (session[LedgerSql.InsertOperation].With(change.Partition).With(change.Operation).Run() == 0) return 0;

        // The operation's number grows with every commit, so it serves as version: no row ever has the same one again.
        var number = session.LastInserted;
        foreach (var row in change.Rows)
            if (!Write(session, row, number)) throw new LostRaceException(row.Key);
        if (change.Journal.Count > 0) Enter(session, change);
        return number;
    }

    /// <summary>Each statement asks its own condition, so a row is looked up once.</summary>
    private static bool Write(Session session, RowWrite row, long number) => row switch
    {
        RowWrite.Insert insert => session[LedgerSql.InsertRow].With(insert.Json).With(insert.DueAt).With(number).At(row.Key).Run() == 1,
        RowWrite.Replace replace => session[LedgerSql.ReplaceRow].With(replace.Json).With(replace.DueAt).With(number).At(row.Key).With(Number(replace.Version)).Run() == 1,
        RowWrite.Delete delete => session[LedgerSql.DeleteRow].At(row.Key).With(Number(delete.Version)).Run() == 1,
        RowWrite.Expect expect => session[LedgerSql.RowVersion].At(row.Key).Number() == Number(expect.Version),
        _ => throw new InvalidOperationException($"{row.GetType().Name} is no write this ledger knows."),
    };

    /// <summary>What is no number of ours is no row's version.</summary>
    private static long Number(string version) => long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static void Enter(Session session, LedgerChange change)
    {
        var tail = session[LedgerSql.JournalTail].With(change.Partition).First(static row => new Tail(row.Int(0), row.Text(1)))
            ?? new Tail(0, JournalChain.Root(change.Partition));
        foreach (var draft in change.Journal)
        {
            var entry = JournalChain.Append(change.Partition, tail.Number + 1, tail.Hash, draft);
            session[LedgerSql.InsertEntry]
                .With(entry.Partition).With(entry.Number).With(draft.At).With(draft.Event).With(draft.Subject).With(draft.By)
                .With(LedgerRows.Facts(draft.Facts)).With(entry.PreviousHash).With(entry.Hash).Run();
            tail = new Tail(entry.Number, entry.Hash);
        }
    }

    private sealed record Tail(long Number, string Hash);
}
