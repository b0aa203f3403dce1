using Mentoring.Core.Matching;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator.Overview;

namespace Mentoring.Functions.Coordinator;

/// <param name="Holds">Whether every condition of the proof holds.</param>
/// <param name="Violated">The first condition that does not; <c>none</c> where all hold, <c>not-as-sealed</c> where the record is not what its digest says.</param>
public sealed record Verdict(bool Holds, string Violated, string Words);

public sealed record CertifiedMentor(string Id, int Places);

/// <summary>The proof that a round's matching is the best possible, and what the checker says of it now.</summary>
/// <param name="Mentees">Ids, in the order of the certificate's numbers.</param>
/// <param name="Mentors">In the order of the certificate's numbers.</param>
public sealed record RoundCertificate(
    string RoundId, string Run, string Digest, DateTimeOffset MatchedAt, Verdict Verdict, IReadOnlyList<string> Mentees, IReadOnlyList<CertifiedMentor> Mentors, Certificate? Certificate)
{
    /// <summary>Why not everybody could be matched, in words; null where everybody was.</summary>
    public string? Shortage { get; init; }

    /// <param name="run">Null where the record is not what was sealed.</param>
    public static RoundCertificate Of(string round, MatchingRecord record, KeptRun? run)
    {
        if (run is null)
            return new RoundCertificate(round, record.Run, record.Digest, record.At, new Verdict(false, "not-as-sealed", "The recorded matching is missing or was changed: its digest does not fit."), [], [], null);
        return new RoundCertificate(
            round, record.Run, record.Digest, record.At, run.Verdict,
            [.. run.Run.Pool.Mentees.Select(mentee => mentee.Id)], [.. run.Run.Pool.Mentors.Select(mentor => new CertifiedMentor(mentor.Id, mentor.Places))], run.Run.Result.Certificate)
        {
            Shortage = run.Verdict.Holds ? run.Shortage?.Words : null,
        };
    }

    public static Verdict VerdictOn(RoundSolution round)
    {
        var verdict = CertificateChecker.Check(round.Problem, round.Result.Certificate);
        return new Verdict(verdict.Holds, System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.Violated.ToString()), verdict.Words);
    }
}
