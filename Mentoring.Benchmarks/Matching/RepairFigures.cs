using System.Diagnostics;
using System.Globalization;
using Mentoring.Core.Matching;

namespace Mentoring.Benchmarks.Matching;

/// <summary>How long the matching takes to be best again after people decline, one after another.</summary>
internal static class RepairFigures
{
    private const int Declines = 5000;

    public static string Measure(string path)
    {
        var solution = MatchingSolver.Solve(CompactInstance.Read(path));
        var repair = new MatchingRepair(solution);
        var random = new Random(1);
        var times = new List<double>();
        while (times.Count < 2 * Declines)
        {
            var mentee = random.Next(repair.MenteeCount);
            if (repair.MentorOf(mentee) is not (>= 0 and var mentor)) continue;
            var start = Stopwatch.GetTimestamp();
            repair.Decline(mentee, mentor);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        // The first half pays for the compiler.
        var counted = times[Declines..];
        var verdict = repair.ToSolution() is var repaired ? CertificateChecker.Check(repaired.Problem, repaired.ToCertificate()) : null;
        if (verdict is not { Holds: true }) throw new InvalidOperationException(verdict?.Words);
        var search = Stopwatch.StartNew();
        _ = MatchingSolver.Solve(repaired.Problem);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"repair after a decline: median {Figures.Median(counted):F1} us, worst of {Declines:N0} {counted.Max():F0} us (bar 10, one full search); solving anew {search.Elapsed.TotalMilliseconds:F0} ms");
    }
}
