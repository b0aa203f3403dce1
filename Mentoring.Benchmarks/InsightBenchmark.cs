using System.Diagnostics;
using System.Globalization;
using Mentoring.Core.Rounds;

namespace Mentoring.Benchmarks;

/// <summary>What a coordinator asks of one matching, each question timed once.</summary>
internal static class InsightBenchmark
{
    private const int Pairs = 100;

    /// <param name="args">Number of mentees; 10,000 where none is given.</param>
    public static Task<int> RunAsync(string[] args)
    {
        var mentees = args.Length == 0 ? 10_000 : int.Parse(args[0], CultureInfo.InvariantCulture);
        var (rules, pool) = (InventedPeople.Rules, InventedPeople.PoolFrom(InventedPeople.Registrations(mentees, mentees * 4 / 10, seed: 1)));
        var result = Timed("matching", () => new RoundMatching(rules).Run(pool, "benchmark"));
        var round = new RoundSolution(rules, pool, result);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",32}{result.Matches.Count,10} matched, {result.Unmatched.Count} not"));
        Timed("reasons for everybody unmatched", () =>
        {
            var reasons = new UnmatchedReasons(round);
            return result.Unmatched.Sum(id => reasons.For(id).ToCoordinator.Count);
        });
        Timed("recruitment advice", () => RecruitmentAdvice.For(round, 3));
        Timed("fairness report", () => FairnessReport.Of(pool, result, FairnessReport.FirstBreach(round), (_, _) => null));
        Timed("what if everybody has one place", () => new WhatIf(pool with { Mentors = [.. pool.Mentors.Select(mentor => mentor with { Places = 1 })] }, rules).Against(round, "benchmark"));
        var questions = Timed("why not: made ready", () => new PairQuestions(round));
        Timed($"why not: {Pairs} pairs", () => Enumerable.Range(0, Pairs).Sum(number => questions.Why(pool.Mentees[number].Id, pool.Mentors[number].Id).ToCoordinator.Count));
        return Task.FromResult(0);
    }

    private static T Timed<T>(string what, Func<T> run)
    {
        var watch = Stopwatch.StartNew();
        var answer = run();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32}{watch.Elapsed.TotalSeconds,10:F3} s"));
        return answer;
    }
}
