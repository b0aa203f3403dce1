using System.ComponentModel;
using System.Diagnostics;
using Mentoring.Local.Commands;

namespace Mentoring.Benchmarks.Matching;

/// <summary>Another solver, if it is installed: it reads the same file and answers with its figures.</summary>
internal sealed record Peer(string Name, string Program, params string[] Arguments)
{
    private const int SecondsOfRuns = 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static string Sources => Path.Combine(AppContext.BaseDirectory, "peers");

    /// <summary>What is installed, and the names of what is missing.</summary>
    public static (IReadOnlyList<Peer> Installed, IReadOnlyList<string> Missing) Find()
    {
        List<Peer> installed = [];
        List<string> missing = [];
        if (Runs("/usr/bin/python3", "-c", "import scipy.optimize")) installed.Add(new Peer("SciPy", "/usr/bin/python3", Path.Combine(Sources, "scipy_peer.py")));
        else missing.Add("SciPy (python3-scipy)");

        Directory.CreateDirectory(RepositoryFiles.Artifacts);
        var driver = Path.Combine(RepositoryFiles.Artifacts, "lemon_peer");
        if (Runs("g++", "-O3", "-march=native", "-std=c++17", "-o", driver, Path.Combine(Sources, "lemon_peer.cpp")))
            installed.AddRange([new Peer("NetworkSimplex", driver, "simplex"), new Peer("CostScaling", driver, "scaling")]);
        else missing.Add("LEMON (liblemon-dev, g++)");
        return (installed, missing);
    }

    /// <returns>Null where the peer failed or took too long.</returns>
    public async Task<Figures?> MeasureAsync(string path, int runs)
    {
        using var process = Start(Program, [.. Arguments, path, $"{runs}", $"{SecondsOfRuns}"]);
        if (process is null) return null;
        using var patience = new CancellationTokenSource(LongestWait);
        try
        {
            var printed = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? Figures.Parse(printed) : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return null;
        }
    }

    private static bool Runs(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        if (process is null) return false;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static Process? Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(start);
            process?.ErrorDataReceived += (_, _) => { };
            process?.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
