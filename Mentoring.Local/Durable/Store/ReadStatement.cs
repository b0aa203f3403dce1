using Microsoft.Data.Sqlite;

namespace Mentoring.Local.Durable;

/// <summary>A prepared query; its parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
internal sealed class ReadStatement : IDisposable
{
    private readonly SqliteCommand _command;

    internal ReadStatement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this folder.
        _command.CommandText = sql;
#pragma warning restore CA2100
        for (var number = 1; number <= parameters; number++)
            _command.Parameters.Add(new SqliteParameter($"${number}", null));
    }

    internal SqliteDataReader Read(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();
}
