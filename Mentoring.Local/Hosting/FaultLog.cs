using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mentoring.Local.Hosting;

/// <summary>Logs and remembers what functions let out: whoever drives the host in virtual time asks here whether all went well.</summary>
internal sealed partial class FaultLog(TimeProvider time, ILogger<FaultLog> logger)
{
    private const int Most = 1000;

    private readonly ConcurrentQueue<FunctionFault> faults = new();

    /// <summary>The last thousand, oldest first.</summary>
    public IReadOnlyCollection<FunctionFault> All => faults;

    public void Add(string function, Exception exception)
    {
        Failed(logger, function, exception);
        faults.Enqueue(new FunctionFault(time.GetUtcNow(), function, exception));
        while (faults.Count > Most) faults.TryDequeue(out _);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Function {Function} failed")]
    private static partial void Failed(ILogger logger, string function, Exception exception);
}
