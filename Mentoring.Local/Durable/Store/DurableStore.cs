using Mentoring.Local.Storage;
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
    private readonly TurnTransactions _transactions;
    private readonly WriteStatement _count;
    private bool _isOpen;

    internal DurableStore(DurableOptions options)
    {
        _connection = Schema.Open(options.Path, options.Durability);
        _probe = options.Probe;
        _transactions = new TurnTransactions(_connection, gathers: options.Durability == Durability.None);
        _count = Writer("UPDATE counter SET next = ?1");
        Instances = new InstanceTable(this);
        History = new HistoryTable(this);
        Messages = new MessageTable(this);
        Activities = new ActivityTable(this);
        NextNumber = ReadNumber();
    }

    internal InstanceTable Instances { get; }

    internal HistoryTable History { get; }

    internal MessageTable Messages { get; }

    internal ActivityTable Activities { get; }

    /// <summary>The next number for a message, an activity or an execution; none is used twice.</summary>
    internal long NextNumber { get; set; }

    internal WriteStatement Writer(string sql) => new(_connection, sql);

    internal ReadStatement Reader(string sql, int parameters) => new(_connection, sql, parameters);

    internal void Write(WriteStatement statement, params ReadOnlySpan<Cell> cells)
    {
        _probe?.Invoke(StoreStep.Write);
        if (!_isOpen)
        {
            _transactions.Begin();
            _isOpen = true;
        }

        statement.Run(cells);
    }

    internal void Commit()
    {
        if (!_isOpen) return;
        _count.Run(NextNumber);
        _probe?.Invoke(StoreStep.Commit);
        _transactions.Commit();
        _isOpen = false;
        _probe?.Invoke(StoreStep.Committed);
    }

    /// <summary>Takes back what is not committed.</summary>
    internal void Rollback()
    {
        if (_isOpen) _transactions.Rollback();
        _isOpen = false;
        NextNumber = ReadNumber();
    }

    private long ReadNumber()
    {
        using var counter = Reader("SELECT next FROM counter", 0);
        using var row = counter.Read();
        return row.Read() ? row.GetInt64(0) : 1;
    }

    /// <summary>Closes the file. What was not committed never happened.</summary>
    public void Dispose()
    {
        if (_isOpen) _transactions.Rollback();
        _transactions.End();
        foreach (IDisposable part in (IDisposable[])[Instances, History, Messages, Activities, _transactions, _count]) part.Dispose();
        _connection.Dispose();
    }
}
