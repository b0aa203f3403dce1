using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

/// <summary>Solves, and accepts no answer without its proof.</summary>
internal static class Proved
{
    public static MatchingSolution Solve(MatchingProblem problem, string about = "") => Check(MatchingSolver.Solve(problem), about);

    public static MatchingSolution Solve(MatchingProblem problem, ulong seed, string about = "")
        => Check(MatchingSolver.Solve(problem, seed), about);

    private static MatchingSolution Check(MatchingSolution solution, string about)
    {
        var verdict = CertificateChecker.Check(solution.Problem, solution.ToCertificate());
        Assert.True(verdict.Holds, $"{about} {verdict.Violated}: {verdict.Words}");
        return solution;
    }
}
