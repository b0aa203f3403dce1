using System.Collections;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Telemetry;

/// <summary>Stands before all loggers, so that no line and no value of one holds a token, whoever wrote it: the web server too.</summary>
public sealed class RedactingLoggers(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Redacting(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Redacting(ILogger inner) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => state is IEnumerable<KeyValuePair<string, object?>> values ? inner.BeginScope(new Values(values, state.ToString())) : inner.BeginScope(TokenRedaction.Of(state.ToString() ?? ""));

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
                return;
            var line = TokenRedaction.Of(formatter(state, exception));
            inner.Log(logLevel, eventId, new Values(state as IEnumerable<KeyValuePair<string, object?>> ?? [], line), exception, static (values, _) => values.ToString());
        }
    }

    /// <summary>What was logged, by name, and as a line.</summary>
    private sealed class Values(IEnumerable<KeyValuePair<string, object?>> values, string? line) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        private readonly IReadOnlyList<KeyValuePair<string, object?>> _values = [.. values.Select(Redacted)];
        private readonly string _line = TokenRedaction.Of(line ?? "");

        public int Count => _values.Count;

        public KeyValuePair<string, object?> this[int index] => _values[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => _line;

        // Numbers and moments stay what they are; whatever else could hold a path is looked through as text.
        private static KeyValuePair<string, object?> Redacted(KeyValuePair<string, object?> value) => value.Value switch
        {
            null or ValueType => value,
            var other when other.ToString() is { } text && TokenRedaction.Of(text) is var clean && (other is string || clean != text) => KeyValuePair.Create(value.Key, (object?)clean),
            _ => value,
        };
    }
}
