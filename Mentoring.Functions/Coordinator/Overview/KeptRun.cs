using Mentoring.Core.Rounds;
using Mentoring.Functions.Rounds;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>A recorded matching and what follows from it alone, worked out once.</summary>
/// <param name="placesOfAMentor">See <see cref="RecruitmentAdvice"/>.</param>
public sealed class KeptRun(MatchingArchive.Run run, int placesOfAMentor)
{
    private readonly Lazy<UnmatchedReasons> _reasons = new(() => new UnmatchedReasons(run.Rules, run.Pool, run.Result));
    private readonly Lazy<Verdict> _verdict = new(() => RoundCertificate.VerdictOn(run));
    private readonly Lazy<RecruitmentAdvice> _advice = new(() => RecruitmentAdvice.For(run.Pool, run.Rules, placesOfAMentor));
    private readonly Lazy<Core.Matching.PassedOver?> _passedOver = new(() => FairnessReport.FirstBreach(run.Rules, run.Pool, run.Result));
    private readonly Lazy<PairQuestions> _questions = new(() => new PairQuestions(run.Rules, run.Pool, run.Result));
    private readonly Lock _one = new();

    public MatchingArchive.Run Run => run;

    /// <summary>What the checker says of the certificate.</summary>
    public Verdict Verdict => _verdict.Value;

    public RecruitmentAdvice Advice => _advice.Value;

    /// <inheritdoc cref="FairnessReport.FirstBreach"/>
    public Core.Matching.PassedOver? PassedOver => _passedOver.Value;

    /// <summary>Why somebody was not matched.</summary>
    public UnmatchedReason ReasonFor(string mentee)
    {
        lock (_one)
            return _reasons.Value.For(mentee);
    }

    /// <inheritdoc cref="PairQuestions.Why"/>
    public PairAnswer Why(string mentee, string mentor)
    {
        lock (_one)
            return _questions.Value.Why(mentee, mentor);
    }
}
