using System.Globalization;

namespace Mentoring.Benchmarks.Matching;

/// <summary>How much longer ten times the people take. The two sizes take turns, because a machine's pace changes from one minute to the next.</summary>
internal static class GrowthFigures
{
    private const int Turns = 25;
    private const int RunsOfSmall = 5;

    public static string Measure(string smallPath, string largePath)
    {
        var (small, large) = (CompactInstance.Read(smallPath), CompactInstance.Read(largePath));
        var ratios = new List<double>();
        for (var turn = -2; turn < Turns; turn++)
        {
            var ofSmall = Figures.Median([.. Enumerable.Range(0, RunsOfSmall).Select(_ => Total(OwnFigures.Time(small)))]);
            var ofLarge = Total(OwnFigures.Time(large));
            // The first turns pay for the compiler.
            if (turn >= 0) ratios.Add(ofLarge / ofSmall);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"growth: ten times the people with as many pairs each take {Figures.Median(ratios):F1} times as long, by turns {ratios.Min():F1} to {ratios.Max():F1} (bar 13)");
    }

    private static double Total((double Build, double Solve) run) => run.Build + run.Solve;
}
