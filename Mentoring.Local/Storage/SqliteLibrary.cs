using SQLitePCL;

namespace Mentoring.Local.Storage;

/// <summary>SQLite itself, set up once before the first connection.</summary>
internal static class SqliteLibrary
{
    // One thread at a time holds a connection, and nobody asks how much memory there is: SQLite need not lock and count for that.
    // Where somebody else was first, the calls are refused, and all works as well, only slower.
    static SqliteLibrary()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public static void Load()
    {
    }
}
