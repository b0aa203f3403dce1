using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mentoring.Local.Storage;

/// <summary>A connection with its prepared statements. One thread holds it at a time.</summary>
internal sealed class Session : IDisposable
{
    private readonly SqliteConnection connection;

    // Statements are constants, so the reference tells them apart faster than their text.
    private readonly Dictionary<string, Statement> statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>SQLite's query planner stability guarantee: SQLITE_DBCONFIG_ENABLE_QPSG.</summary>
    private const int StablePlans = 1007;

    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE.</summary>
    private const int PagesWrittenStatus = 9;

    public Session(string path, SqliteOpenMode mode, Durability durability)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();

        // Otherwise a partial index makes SQLite plan a statement anew whenever another value is bound.
        if (raw.sqlite3_db_config(connection.Handle!, StablePlans, 1, out _) is var code && code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, connection.Handle);
        Execute("PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY");
        if (mode == SqliteOpenMode.ReadOnly) Execute("PRAGMA cache_size=-1024");
        else Execute($"PRAGMA page_size={PageBytes(durability)}; PRAGMA journal_mode={Journal(durability)}; PRAGMA cache_size=-{CacheKilobytes(durability)}; PRAGMA wal_autocheckpoint={LogKeeper.Longest}");
        Execute(durability == Durability.Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
    }

    /// <summary>A log writes every page twice, for whoever comes after a killed process; where nobody is to find anything, what undoes a write is kept in memory.</summary>
    private static string Journal(Durability durability) => durability == Durability.None ? "MEMORY" : "WAL";

    /// <summary>Where each commit goes to the disk, small pages make little of it; where none does, large ones are quicker.</summary>
    private static int PageBytes(Durability durability) => durability == Durability.None ? 8192 : 2048;

    /// <summary>After most commits SQLite walks over its whole cache, because balancing a tree moves pages past the end for a moment; the system's own cache is behind it.</summary>
    private static int CacheKilobytes(Durability durability) => durability == Durability.None ? 65_536 : 2_048;

    /// <summary>False once a fault made SQLite roll the whole transaction back by itself.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    /// <summary>The number the last insert gave its row.</summary>
    public long LastInserted => raw.sqlite3_last_insert_rowid(connection.Handle!);

    /// <summary>How many pages were written since this was last asked.</summary>
    public int PagesWritten()
    {
        raw.sqlite3_db_status(connection.Handle!, PagesWrittenStatus, out var pages, out _, resetFlg: 1);
        return pages;
    }

    /// <param name="sql">A constant; the statement is prepared once a session.</param>
    public Statement this[string sql]
    {
        get
        {
            if (!statements.TryGetValue(sql, out var statement)) statements.Add(sql, statement = new Statement(connection, sql));
            return statement;
        }
    }

    /// <summary>Runs statements that are not worth keeping.</summary>
    public void Execute(string script)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only schema steps and pragmas of this assembly come here.
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        connection.Dispose();
    }
}
