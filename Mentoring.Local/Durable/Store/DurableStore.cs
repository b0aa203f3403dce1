using Microsoft.Data.Sqlite;

namespace Mentoring.Local.Durable;

/// <summary>
/// The engine's tables, and the one transaction that is open between two commits. Reads see what the open transaction
/// wrote. Nobody but the hub's lock holder may use it.
/// </summary>
internal sealed class DurableStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Action<StoreStep>? _probe;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _count;
    private bool _isOpen;

    internal DurableStore(DurableOptions options)
    {
        _connection = Schema.Open(options.Path, options.Flush);
        _probe = options.Probe;
        _begin = Prepare("BEGIN IMMEDIATE", 0);
        _commit = Prepare("COMMIT", 0);
        _count = Prepare("UPDATE counter SET next = $1", 1);
        Instances = new InstanceTable(this);
        History = new HistoryTable(this);
        Messages = new MessageTable(this);
        Activities = new ActivityTable(this);
        using var counter = Prepare("SELECT next FROM counter", 0);
        using var row = counter.Read();
        NextNumber = row.Read() ? row.GetInt64(0) : 1;
    }

    internal InstanceTable Instances { get; }

    internal HistoryTable History { get; }

    internal MessageTable Messages { get; }

    internal ActivityTable Activities { get; }

    /// <summary>The next number for a message, an activity or an execution; none is used twice.</summary>
    internal long NextNumber { get; set; }

    internal Statement Prepare(string sql, int parameters) => new(_connection, sql, parameters);

    internal void Write(Statement statement, params ReadOnlySpan<object?> values)
    {
        _probe?.Invoke(StoreStep.Write);
        if (!_isOpen)
        {
            _begin.Run();
            _isOpen = true;
        }

        statement.Run(values);
    }

    internal void Commit()
    {
        if (!_isOpen) return;
        _count.Run(NextNumber);
        _probe?.Invoke(StoreStep.Commit);
        _commit.Run();
        _isOpen = false;
        _probe?.Invoke(StoreStep.Committed);
    }

    /// <summary>Closes the file. What was not committed never happened.</summary>
    public void Dispose()
    {
        foreach (IDisposable part in (IDisposable[])[Instances, History, Messages, Activities, _begin, _commit, _count]) part.Dispose();
        _connection.Dispose();
    }
}
