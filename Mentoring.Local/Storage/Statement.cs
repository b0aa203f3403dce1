using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mentoring.Local.Storage;

/// <summary>A prepared statement that is used again and again on one connection. Thinner than a command: a commit runs a handful of these.</summary>
/// <remarks>Parameters and columns are counted from 1 and from 0, as in SQLite. Not thread-safe; its session is held by one thread at a time.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;
    private int next = 1;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Throw(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    /// <summary>Binds the next parameter.</summary>
    public Statement With(string? value)
    {
        Throw(value is null ? raw.sqlite3_bind_null(handle, next++) : raw.sqlite3_bind_text(handle, next++, value));
        return this;
    }

    /// <inheritdoc cref="With(string?)"/>
    public Statement With(long value)
    {
        Throw(raw.sqlite3_bind_int64(handle, next++, value));
        return this;
    }

    /// <summary>An instant, as ticks in UTC; see <see cref="Instant"/>.</summary>
    public Statement With(DateTimeOffset? value)
    {
        Throw(value is { } instant ? raw.sqlite3_bind_int64(handle, next++, instant.UtcTicks) : raw.sqlite3_bind_null(handle, next++));
        return this;
    }

    /// <summary>Runs to the end; answers how many rows were changed.</summary>
    public int Run()
    {
        try
        {
            while (Step()) { }
            return raw.sqlite3_changes(database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first row read by <paramref name="read"/>, or null.</summary>
    public T? First<T>(Func<Statement, T> read)
        where T : class
    {
        try
        {
            return Step() ? read(this) : null;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first column of the first row as a number; null where there is no row or it is null.</summary>
    public long? Number()
    {
        try
        {
            return Step() && !IsNull(0) ? Int(0) : null;
        }
        finally
        {
            Reset();
        }
    }

    public List<T> All<T>(Func<Statement, T> read)
    {
        try
        {
            var rows = new List<T>();
            while (Step()) rows.Add(read(this));
            return rows;
        }
        finally
        {
            Reset();
        }
    }

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public long Int(int column) => raw.sqlite3_column_int64(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public DateTimeOffset Instant(int column) => new(Int(column), TimeSpan.Zero);

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public void Dispose() => handle.Dispose();

    private bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        Throw(code);
        return false;
    }

    private void Reset()
    {
        // The code repeats the step's, which was thrown already.
        raw.sqlite3_reset(handle);
        next = 1;
    }

    private void Throw(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
    }
}
