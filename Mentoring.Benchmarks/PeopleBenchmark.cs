using System.Diagnostics;
using System.Globalization;
using Mentoring.Core.Matching;
using Mentoring.Core.Rounds;

namespace Mentoring.Benchmarks;

/// <summary>From registrations to eligible pairs with scores: seconds and peak memory, each size in a process of its own, and how the time grows from size to size.</summary>
/// <remarks>Expertise is selective: areas in proportion to the mentors, so that a mentee has about 50 pairs whatever the size.</remarks>
internal static class PeopleBenchmark
{
    private const string OneSize = "--in-this-process";

    /// <param name="args">Numbers of mentees; 10,000 and 100,000 where none is given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [OneSize, var number]) return Measure(int.Parse(number, CultureInfo.InvariantCulture));
        int[] sizes = args.Length == 0 ? [10_000, 100_000] : [.. args.Select(each => int.Parse(each, CultureInfo.InvariantCulture))];
        Console.WriteLine($"people: from registrations to pairs, 40 mentors to 100 mentees, about {InventedPeople.PairsOfAMentee} pairs a mentee, one thread, the best of 3");
        Console.WriteLine($"{"mentees",9}{"mentors",9}{"pairs",10}{"pool s",9}{"pairs s",9}{"total s",9}{"peak MiB",10}{"of it people",14}");
        var seconds = new List<double>();
        foreach (var size in sizes)
        {
            if (await InAProcessAsync(size) is not { } total) return 1;
            seconds.Add(total);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"time at {sizes[^1]:N0} mentees to that at {sizes[0]:N0}: {seconds[^1] / seconds[0]:F1} times"));
        return 0;
    }

    private static async Task<double?> InAProcessAsync(int mentees)
    {
        if (await OwnProcess.RunAsync(["people", OneSize, mentees.ToString(CultureInfo.InvariantCulture)]) is not { } printed) return null;
        Console.Write(printed);
        return double.Parse(printed.Split(' ', StringSplitOptions.RemoveEmptyEntries)[5], CultureInfo.InvariantCulture);
    }

    private static int Measure(int mentees)
    {
        var mentors = mentees * 4 / 10;
        var registrations = InventedPeople.Registrations(mentees, mentors, seed: 1);
        var rules = InventedPeople.Rules;
        var peopleMiB = PeakMiB();
        var (bestPool, bestPairs, pairs) = (double.MaxValue, double.MaxValue, 0);
        for (var run = 0; run < 3; run++)
        {
            // What the last run left must not count as this one's memory.
            GC.Collect();
            var watch = Stopwatch.StartNew();
            var pool = InventedPeople.PoolFrom(registrations);
            var poolSeconds = watch.Elapsed.TotalSeconds;
            watch.Restart();
            MatchingProblem problem = new RoundMatching(rules).ProblemOf(pool);
            (bestPool, bestPairs, pairs) = (Math.Min(bestPool, poolSeconds), Math.Min(bestPairs, watch.Elapsed.TotalSeconds), problem.PairCount);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{mentees,9} {mentors,8} {pairs,9} {bestPool,8:F2} {bestPairs,8:F2} {bestPool + bestPairs,8:F2} {PeakMiB(),9:F0} {peopleMiB,13:F0}"));
        return 0;
    }

    private static double PeakMiB()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }
}
