using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Mentoring.Local.Durable;

/// <summary>A prepared statement without rows. It speaks to SQLite directly: a command object for each write would take most of the engine's time.</summary>
internal sealed class WriteStatement : IDisposable
{
    private readonly SQLitePCL.sqlite3 _database;
    private readonly SQLitePCL.sqlite3_stmt _statement;

    /// <param name="sql">Its parameters are <c>?1</c>, <c>?2</c> and so on.</param>
    internal WriteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(sqlite3_prepare_v2(_database, sql, out _statement));
    }

    internal void Run(params ReadOnlySpan<Cell> cells)
    {
        for (var index = 0; index < cells.Length; index++) Check(Bind(index + 1, cells[index]));
        var result = sqlite3_step(_statement);
        // Reset gives the step's error again, with its text.
        var reset = sqlite3_reset(_statement);
        if (result is not (SQLITE_DONE or SQLITE_ROW)) Check(reset == SQLITE_OK ? result : reset);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int position, Cell cell) => cell switch
    {
        { Text: { } text } => sqlite3_bind_text(_statement, position, text),
        { Utf8: { } utf8 } => sqlite3_bind_text(_statement, position, utf8),
        { Number: { } number } => sqlite3_bind_int64(_statement, position, number),
        _ => sqlite3_bind_null(_statement, position),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
