using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Durable;

public sealed class Point14LoggerTests
{
    [Fact]
    public Task The_replay_safe_logger_says_each_thing_once()
    {
        using var log = new ListLog();
        var script = new Script().Echo().Orchestrator("Main", async context =>
        {
            var logger = context.CreateReplaySafeLogger("test");
            for (var number = 0; number < 3; number++)
            {
                Say(logger, number);
                await context.CallActivityAsync("Echo", number);
            }
        });
        return Rig.BothAsync(
            script,
            async rig =>
            {
                log.Lines.Clear();
                await rig.PlayAsync("Main");
                Assert.Equal(["number 0", "number 1", "number 2"], log.Lines);
            },
            new() { Logging = log });
    }

#pragma warning disable CA1848, CA1873 // One line of a test.
    private static void Say(ILogger logger, int number) => logger.LogInformation("number {Number}", number);
#pragma warning restore CA1848, CA1873

    private sealed class ListLog : ILoggerFactory, ILogger
    {
        internal List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
