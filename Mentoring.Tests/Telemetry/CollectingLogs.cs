using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Telemetry;

/// <summary>Keeps every line, value, scope and exception that a logger gets.</summary>
internal sealed class CollectingLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> texts = [];

    public IReadOnlyCollection<string> Texts => texts;

    public ILogger CreateLogger(string categoryName) => new Collecting(this);

    public void Dispose()
    {
    }

    private void Keep<TState>(TState state)
    {
        texts.Enqueue(state?.ToString() ?? "");
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            texts.Enqueue(FormattableString.Invariant($"{name}={value}"));
    }

    private sealed class Collecting(CollectingLogs logs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            logs.Keep(state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            logs.texts.Enqueue(formatter(state, exception));
            logs.Keep(state);
            if (exception is not null)
                logs.texts.Enqueue(exception.ToString());
        }
    }
}
