using System.Diagnostics;
using Mentoring.Core.Matching;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Benchmarks.Matching;

/// <summary>Measures our solver on one instance, in the process it is called in.</summary>
internal static class OwnFigures
{
    /// <summary>Runs that are not counted: the first ones pay for the compiler.</summary>
    private const int WarmUps = 3;

    /// <returns>With the milliseconds of one check of the certificate, which reads every pair once, and of the tie-break.</returns>
    public static Figures Measure(string path, int runs)
    {
        var problem = CompactInstance.Read(path);
        MatchingSolver.Solve(problem);
        // What one matching takes: repeating it only adds what the collector has not given back yet.
        var peak = Peak();
        WarmUp();
        var (builds, solves, ties, checks) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        MatchingSolution? solution = null;
        for (var run = -WarmUps; run < runs; run++)
        {
            var (build, solved) = Time(problem);
            if (run < 0) continue;
            builds.Add(build);
            solves.Add(solved);
        }
        for (var run = 0; run < runs; run++)
        {
            solution = MatchingSolver.Solve(problem);
            ties.Add(Milliseconds(() => TieBreak.Settle(solution, 1)));
            checks.Add(Milliseconds(() => Check(solution)));
        }
        return new Figures(
            "ours", Figures.Median(builds), Figures.Median(solves), peak, solution!.TotalScore, Figures.Median(checks), Figures.Median(ties));
    }

    /// <summary>One run, in milliseconds.</summary>
    public static (double Build, double Solve) Time(MatchingProblem problem)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var solve = PricedMatching.Prepare(problem.Table, problem.Objective.Scale, problem.Objective.Depths, problem.ClassesIfTheyDiffer);
        var built = Stopwatch.GetTimestamp();
        _ = solve();
        return (Stopwatch.GetElapsedTime(start, built).TotalMilliseconds, Stopwatch.GetElapsedTime(built).TotalMilliseconds);
    }

    /// <summary>Peak of this process so far, MiB.</summary>
    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }

    private static double Milliseconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Check(MatchingSolution solution)
    {
        var verdict = CertificateChecker.Check(solution.Problem, solution.ToCertificate());
        if (!verdict.Holds) throw new InvalidOperationException(verdict.Words);
    }

    private static void WarmUp()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            Check(MatchingSolver.Solve(new InventedScheme(seed, 400, 100).WithPlaces(150).Sparse(20), 1));
            Check(MatchingSolver.Solve(new InventedScheme(seed, 100, 100).WithPlaces(100).Dense(seed % 2 == 0 ? 1_000_000 : null), 1));
        }
    }
}
