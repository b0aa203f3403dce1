using Mentoring.Core.Rounds;
using Mentoring.Functions.Rounds;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>A recorded matching and what follows from it alone, worked out once.</summary>
public sealed class KeptRun
{
    private readonly Lazy<UnmatchedReasons> _reasons;
    private readonly Lazy<Verdict> _verdict;
    private readonly Lazy<Core.Matching.HallWitness?> _shortage;
    private readonly Lazy<RecruitmentAdvice> _advice;
    private readonly Lazy<Core.Matching.PassedOver?> _passedOver;
    private readonly Lazy<PairQuestions> _questions;
    private readonly Lock _one = new();

    /// <param name="placesOfAMentor">See <see cref="RecruitmentAdvice"/>.</param>
    public KeptRun(MatchingArchive.Run run, int placesOfAMentor)
    {
        Run = run;
        Round = new RoundSolution(run.Rules, run.Pool, run.Result);
        _reasons = new(() => new UnmatchedReasons(Round));
        _verdict = new(() => RoundCertificate.VerdictOn(Round));
        _shortage = new(() => Core.Matching.HallWitness.OfAll(Round.Solution));
        _advice = new(() => RecruitmentAdvice.For(Round, placesOfAMentor));
        _passedOver = new(() => FairnessReport.FirstBreach(Round));
        _questions = new(() => new PairQuestions(Round));
    }

    public MatchingArchive.Run Run { get; }

    public RoundSolution Round { get; }

    /// <summary>What the checker says of the certificate.</summary>
    public Verdict Verdict => _verdict.Value;

    /// <summary>Why not everybody could be matched; null where everybody was.</summary>
    public Core.Matching.HallWitness? Shortage => _shortage.Value;

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
