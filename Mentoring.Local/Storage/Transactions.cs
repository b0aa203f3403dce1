namespace Mentoring.Local.Storage;

/// <summary>How writes become transactions of the one writing session. Whoever calls holds the session.</summary>
internal sealed class Transactions(Session session, Durability durability)
{
    // Without durability a transaction ends after so many writes, so that the log stays short.
    private const int Gathered = 2000;

    private int written;

    /// <summary>One write. Work that throws leaves nothing behind.</summary>
    public T Write<T>(Func<Session, T> work)
    {
        if (durability == Durability.None) return WriteInto(work);
        session["BEGIN IMMEDIATE"].Run();
        try
        {
            var answer = work(session);
            session["COMMIT"].Run();
            return answer;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Writes that share one commit; each is answered or failed.</summary>
    public void Write(List<PendingWrite> group)
    {
        try
        {
            if (!session.InTransaction) session["BEGIN IMMEDIATE"].Run();
            foreach (var write in group) WriteOne(write);
            session["COMMIT"].Run();
        }
        catch (Exception fault)
        {
            foreach (var write in group) write.Fail(fault);
            RollBack();
            return;
        }

        foreach (var write in group) write.Answer();
    }

    /// <summary>Commits what is still open.</summary>
    public void End()
    {
        if (session.InTransaction) session["COMMIT"].Run();
    }

    /// <summary>Writes into the open transaction, which ends after many writes.</summary>
    private T WriteInto<T>(Func<Session, T> work)
    {
        if (!session.InTransaction) session["BEGIN IMMEDIATE"].Run();
        session["SAVEPOINT one"].Run();
        try
        {
            var answer = work(session);
            session["RELEASE one"].Run();
            if (++written % Gathered == 0) session["COMMIT"].Run();
            return answer;
        }
        catch
        {
            if (session.InTransaction)
            {
                session["ROLLBACK TO one"].Run();
                session["RELEASE one"].Run();
            }

            throw;
        }
    }

    /// <summary>Does one write of a group. Its own fault undoes and fails it alone, unless the fault took the transaction with it.</summary>
    private void WriteOne(PendingWrite write)
    {
        session["SAVEPOINT one"].Run();
        try
        {
            write.Run(session);
        }
        catch (Exception fault) when (session.InTransaction)
        {
            session["ROLLBACK TO one"].Run();
            write.Fail(fault);
        }

        session["RELEASE one"].Run();
    }

    private void RollBack()
    {
        if (session.InTransaction) session["ROLLBACK"].Run();
    }
}
