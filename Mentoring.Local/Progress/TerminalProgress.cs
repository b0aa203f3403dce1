using Spectre.Console;

namespace Mentoring.Local.Progress;

/// <summary>Shows on a terminal how far work has come, beside what the work prints: on the error stream, and gone when it is over.</summary>
internal static class TerminalProgress
{
    /// <summary>The terminal; null where either stream goes to a file or a program, which must get what was printed and nothing else.</summary>
    public static IAnsiConsole? Here =>
        Console.IsOutputRedirected || Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <param name="console">Null for nowhere.</param>
    public static Task<T> ShowAsync<T>(IAnsiConsole? console, Func<IProgress<WorkDone>, Task<T>> work) => console is null ? work(new Unheard()) : console.Progress()
        .AutoClear(true)
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new CountColumn(), new ElapsedTimeColumn())
        .StartAsync(context => work(new Shown(context)));

    private sealed class Unheard : IProgress<WorkDone>
    {
        public void Report(WorkDone value)
        {
        }
    }
}
