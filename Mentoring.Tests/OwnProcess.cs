using System.Diagnostics;
using System.Reflection;

namespace Mentoring.Tests;

/// <summary>This assembly as a process of its own, such as one that is to be killed: <c>Program.cs</c> says what it does.</summary>
internal static class OwnProcess
{
    /// <summary>What a shell is told of a process that SIGKILL ended.</summary>
    public const int Killed = 137;

    public static async Task<int> RunAsync(params IEnumerable<string> arguments) => (await TellAsync(arguments)).Exit;

    /// <returns>How it ended, and what it wrote.</returns>
    public static async Task<(int Exit, string Output)> TellAsync(params IEnumerable<string> arguments) =>
        await RunAsync(typeof(OwnProcess).Assembly, arguments, []) is var (exit, output, _) ? (exit, output) : default;

    /// <summary>The program that people start, with pipes where they have a terminal.</summary>
    /// <returns>How it ended, and what it wrote to its output and to its errors.</returns>
    public static Task<(int Exit, string Output, string Errors)> OfLocalHostAsync(params IEnumerable<string> arguments) => OfLocalHostAsync([], arguments);

    /// <param name="variables">Of its environment, beside those of this process.</param>
    public static Task<(int Exit, string Output, string Errors)> OfLocalHostAsync(IReadOnlyList<(string Name, string Value)> variables, IEnumerable<string> arguments) =>
        RunAsync(typeof(Local.Hosting.LocalHost).Assembly, arguments, variables);

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(Assembly program, IEnumerable<string> arguments, IReadOnlyList<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("dotnet", [program.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    /// <summary>Ends this process at once, with nothing put in order.</summary>
    public static void Kill()
    {
        using var process = Process.GetCurrentProcess();
        process.Kill();
    }
}
