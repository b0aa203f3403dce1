using System.Diagnostics;

namespace Mentoring.Benchmarks;

/// <summary>A process of its own for one measurement, so that its memory and warmth are that measurement's alone.</summary>
internal static class OwnProcess
{
    /// <param name="arguments">The benchmark's name, and what its own process is to do.</param>
    /// <param name="asItShips">With the local host's way of compiling (quickly first, well where it is hot); otherwise all is compiled well at once.</param>
    /// <returns>What it printed; null where it failed.</returns>
    public static async Task<string?> RunAsync(IEnumerable<string> arguments, bool asItShips = false)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (asItShips) start.Environment["DOTNET_TC_QuickJit"] = "1";
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed : null;
    }
}
