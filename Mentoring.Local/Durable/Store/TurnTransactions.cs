using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mentoring.Local.Durable;

/// <summary>The store's transactions: one for each commit, or one for many, each commit still whole or absent.</summary>
/// <param name="gathers">Commits become true together after many of them, or at the end.</param>
internal sealed class TurnTransactions(SqliteConnection connection, bool gathers) : IDisposable
{
    // So that the log stays short.
    private const int Gathered = 500;

    private readonly WriteStatement begin = new(connection, "BEGIN IMMEDIATE");
    private readonly WriteStatement commit = new(connection, "COMMIT");
    private readonly WriteStatement rollback = new(connection, "ROLLBACK");
    private readonly WriteStatement save = new(connection, "SAVEPOINT turns");
    private readonly WriteStatement release = new(connection, "RELEASE turns");
    private readonly WriteStatement back = new(connection, "ROLLBACK TO turns");
    private int commits;

    private bool IsOpen => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public void Begin()
    {
        if (!IsOpen) begin.Run();
        if (gathers) save.Run();
    }

    public void Commit()
    {
        if (gathers) release.Run();
        if (!gathers || ++commits % Gathered == 0) commit.Run();
    }

    public void Rollback()
    {
        // SQLite may have rolled back by itself, when the disk was full.
        if (!IsOpen) return;
        if (!gathers)
        {
            rollback.Run();
            return;
        }

        back.Run();
        release.Run();
    }

    /// <summary>Makes true what was gathered.</summary>
    public void End()
    {
        if (gathers && IsOpen) commit.Run();
    }

    public void Dispose()
    {
        foreach (IDisposable statement in (IDisposable[])[begin, commit, rollback, save, release, back]) statement.Dispose();
    }
}
