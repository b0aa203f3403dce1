using Azure;

namespace Mentoring.Tests.Ledger.Tables;

internal enum TableFault
{
    None,

    /// <summary>Throttled, or the server is busy: nothing was done.</summary>
    Busy,

    /// <summary>The request never arrived.</summary>
    LostBefore,

    /// <summary>The request arrives after its caller has given up.</summary>
    Late,

    /// <summary>The request was done; its answer never arrived.</summary>
    LostAfter,

    /// <summary>The request was done, its answer got lost, and the package sent it again.</summary>
    Repeated,

    /// <summary>Somebody wrote the partition's head a moment before.</summary>
    Overtaken,
}

/// <summary>What goes wrong on the way to a table, as a seed decides.</summary>
internal sealed class TableFaults(int seed, double rate)
{
    private static readonly TableFault[] OfReads = [TableFault.Busy, TableFault.LostBefore];
    private static readonly TableFault[] OfWrites = [TableFault.Busy, TableFault.LostBefore, TableFault.Late, TableFault.LostAfter, TableFault.Repeated, TableFault.Overtaken];

    private readonly Random _chance = new(seed);

    public TableFault Next(bool writes)
    {
        var kinds = writes ? OfWrites : OfReads;
        return _chance.NextDouble() < rate ? kinds[_chance.Next(kinds.Length)] : TableFault.None;
    }

    public int Below(int bound) => _chance.Next(bound);

    /// <summary>Short and empty pages among full ones.</summary>
    public int PageLength(int atMost) => _chance.Next(3) switch
    {
        0 => 0,
        1 => _chance.Next(1, Math.Max(2, Math.Min(atMost, 20))),
        _ => atMost,
    };

    public Exception Busy() => _chance.Next(2) == 0
        ? new RequestFailedException(503, "The server is busy.", "ServerBusy", null)
        : new RequestFailedException(429, "Too many requests.", "TooManyRequests", null);

    /// <summary>All the shapes in which the package says that it does not know.</summary>
    public Exception Lost() => _chance.Next(4) switch
    {
        0 => new RequestFailedException(500, "Operation could not be completed within the specified time.", "OperationTimedOut", null),
        1 => new RequestFailedException("Connection reset by peer.", new IOException("Connection reset by peer.")),
        2 => new AggregateException("Retry failed after 4 tries.", new RequestFailedException(503, "The server is busy."), new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout.")),
        _ => new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout of 0:01:40."),
    };
}
