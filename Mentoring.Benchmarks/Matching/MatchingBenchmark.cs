using System.Runtime.InteropServices;
using Mentoring.Local.Commands;

namespace Mentoring.Benchmarks.Matching;

/// <summary>Milliseconds to build and to solve, one thread, medians; peers on the same files in the same run.</summary>
internal static class MatchingBenchmark
{
    private const string OneInstance = "--in-this-process";
    private const string OneRepair = "--repair-in-this-process";
    private const string Growth = "--growth-in-this-process";
    private const string Classes = "--classes-in-this-process";
    private const int Runs = 5;
    private const string Small = "10,000 x 4,000 x 50";
    private const string Large = "100,000 x 40,000 x 50";

    /// <param name="args">A part of the instances' names; all instances where none is given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [OneInstance, var path]) return Print(OwnFigures.Measure(path, Runs).ToString());
        if (args is [Growth, var smallInstance, var largeInstance]) return Print(GrowthFigures.Measure(smallInstance, largeInstance));
        if (args is [Classes]) return Print(ClassFigures.Measure());
        if (args is [OneRepair, var instanceToRepair]) return Print(RepairFigures.Measure(instanceToRepair));
        var (peers, missing) = Peer.Find();
        Console.WriteLine($"matching: {Runs} runs each, medians, one thread; {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
        Console.WriteLine(missing.Count == 0 ? "peers: all installed" : $"peers missing: {string.Join("; ", missing)}");
        Console.WriteLine(MatchingTable.Head(peers));
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryFiles.Artifacts, "matching"));
        try
        {
            var file = Path.Combine(folder.FullName, "instance");
            var (repair, growth, classes) = ("", "", "");
            foreach (var instance in Instance.All.Where(instance => args.Length == 0 || instance.Name.Contains(args[0], StringComparison.OrdinalIgnoreCase)))
            {
                CompactInstance.Write(file, instance.Make());
                GC.Collect();
                var ours = Figures.Parse(await MeasureOursAsync(OneInstance, file));
                var theirs = new List<Figures?>();
                foreach (var peer in peers) theirs.Add(await peer.MeasureAsync(file, Runs));
                if (theirs.FirstOrDefault(other => other is { TotalScore: >= 0 } && other.TotalScore != ours.TotalScore) is { } other)
                    throw new InvalidOperationException($"{instance.Name}: our total is {ours.TotalScore}, {other.Name} says {other.TotalScore}.");
                Console.WriteLine(MatchingTable.Line(instance, ours, theirs));
                if (instance.Name != Large) continue;
                repair = await MeasureOursAsync(OneRepair, file);
                var small = Path.Combine(folder.FullName, "small");
                CompactInstance.Write(small, Instance.All.First(each => each.Name == Small).Make());
                growth = await MeasureOursAsync(Growth, small, file);
                classes = await MeasureOursAsync(Classes);
            }
            Console.Write(growth + classes + repair);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static async Task<string> MeasureOursAsync(params string[] what) =>
        await OwnProcess.RunAsync(["matching", .. what]) ?? throw new InvalidOperationException("The measurement failed.");

    private static int Print(string figures)
    {
        Console.WriteLine(figures);
        return 0;
    }
}
