using Mentoring.Functions.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Ledger;

/// <summary>Writes one change within a transaction: first all conditions, then all writes.</summary>
internal static class LedgerCommit
{
    public static CommitOutcome Write(Session session, LedgerChange change)
    {
        if (session[LedgerSql.InsertOperation].With(change.Partition).With(change.Operation).Run() == 0) return new CommitOutcome.Committed();

        // The operation's number grows with every commit, so it serves as version: no row ever has the same one again.
        var number = session.LastInserted;
        foreach (var row in change.Rows)
        {
            if (Holds(session, row)) continue;
            session[LedgerSql.ForgetOperation].With(number).Run();
            return new CommitOutcome.Conflict(row.Key);
        }

        foreach (var row in change.Rows) Write(session, row, number);
        if (change.Journal.Count > 0) Enter(session, change);
        return new CommitOutcome.Committed();
    }

    private static bool Holds(Session session, RowWrite row)
    {
        var found = session[LedgerSql.RowVersion].At(row.Key).Number();
        return row switch
        {
            RowWrite.Insert => found is null,
            RowWrite.Replace replace => Is(found, replace.Version),
            RowWrite.Delete delete => Is(found, delete.Version),
            RowWrite.Expect expect => Is(found, expect.Version),
            _ => throw new InvalidOperationException($"{row.GetType().Name} is no write this ledger knows."),
        };
    }

    private static bool Is(long? found, string version) => found is { } number && LedgerRows.Version(number) == version;

    private static void Write(Session session, RowWrite row, long number)
    {
        switch (row)
        {
            case RowWrite.Insert insert:
                session[LedgerSql.InsertRow].With(insert.Json).With(insert.DueAt).With(number).At(row.Key).Run();
                break;
            case RowWrite.Replace replace:
                session[LedgerSql.ReplaceRow].With(replace.Json).With(replace.DueAt).With(number).At(row.Key).Run();
                break;
            case RowWrite.Delete:
                session[LedgerSql.DeleteRow].At(row.Key).Run();
                break;
        }
    }

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
