using System.Diagnostics;
using System.Text;
using Mentoring.Core.Matching;
using Mentoring.Core.Matching.Files;

namespace Mentoring.Benchmarks;

/// <summary>
/// <c>solve FILE [--out OUT]</c>: solves one instance file and prints <c>cardinality total milliseconds peakMiB</c>, where the time is for
/// building the search's rows and solving, without reading the file. Exit 0; 2 where the file or the command line is wrong.
/// </summary>
internal static class SolveCommand
{
    private const int WrongInput = 2;

    public static int Run(string[] args)
    {
        if (!TryParse(args, out var file, out var output))
        {
            Console.Error.WriteLine("usage: solve FILE [--out OUT]");
            return WrongInput;
        }
        if (output is not null && Outputs(output).Any(written => Path.GetFullPath(written) == Path.GetFullPath(file)))
        {
            Console.Error.WriteLine($"{file}: The result would be written over this file; name another OUT.");
            return WrongInput;
        }
        if (output is not null && Array.Find(Outputs(output), Directory.Exists) is { } folder)
        {
            Console.Error.WriteLine($"{folder}: This is a folder; name another OUT.");
            return WrongInput;
        }
        try
        {
            MatchingProblem problem;
            using (var reader = new StreamReader(file, Encoding.UTF8)) problem = InstanceFile.Read(reader);

            // What reading left behind makes room for the search.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            var watch = Stopwatch.StartNew();
            var solution = MatchingSolver.Solve(problem);
            var milliseconds = watch.Elapsed.TotalMilliseconds;

            if (output is not null) Write(output, solution);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"{solution.Cardinality} {solution.TotalScore} {milliseconds:0.0} {process.PeakWorkingSet64 / 1048576.0:0.0}");
            return 0;
        }
        catch (FileFaultException fault)
        {
            Console.Error.WriteLine($"{file}: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message);
        }
        return WrongInput;
    }

    private static bool TryParse(string[] args, out string file, out string? output)
    {
        (file, output) = ("", null);
        for (var index = 0; index < args.Length; index++)
        {
            if (args[index] == "--out" && output is null && index + 1 < args.Length) output = args[++index];
            else if (file.Length == 0 && !args[index].StartsWith("--", StringComparison.Ordinal)) file = args[index];
            else return false;
        }
        return file.Length > 0 && output is not "";
    }

    private static string[] Outputs(string output) => [$"{output}.matching", $"{output}.duals"];

    /// <summary>Both files whole or neither: a matching without its prices proves nothing, and half of one looks like another matching.</summary>
    private static void Write(string output, MatchingSolution solution)
    {
        var files = Outputs(output);
        var parts = Array.ConvertAll(files, file => file + ".part");
        try
        {
            using (var matching = new StreamWriter(parts[0], append: false, new UTF8Encoding(false), 1 << 16))
                MatchingFile.Write(matching, solution.MentorOf);
            using (var duals = new StreamWriter(parts[1], append: false, new UTF8Encoding(false), 1 << 16))
                DualsFile.Write(duals, solution.ToCertificate());
            for (var file = 0; file < files.Length; file++) File.Move(parts[file], files[file], overwrite: true);
        }
        finally
        {
            foreach (var part in parts.Where(File.Exists)) File.Delete(part);
        }
    }
}
