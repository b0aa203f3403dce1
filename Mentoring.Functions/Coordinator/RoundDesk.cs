using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Opens rounds, extends deadlines and lets a due round run.</summary>
public sealed class RoundDesk(ApiForm forms, SchemeShell shell, LedgerReader reader, Scheme scheme, TimeProvider time)
{
    public async Task<IResult> CreateAsync(HttpRequest request, IWaker waker, CancellationToken cancellation)
    {
        var (fields, refusal) = await forms.ReadAsync(request, cancellation);
        return fields is null ? refusal! : await CreateAsync(fields, waker, cancellation);
    }

    /// <param name="fields"><c>id</c>, <c>opens</c>, <c>deadline</c>, <c>timeZone</c> and <c>reviewMonths</c>.</param>
    public async Task<IResult> CreateAsync(FormFields fields, IWaker waker, CancellationToken cancellation)
    {
        if (scheme.Intake == Intake.Rolling)
            return new ProblemResult(NoDeadlines);
        var (plan, errors) = RoundForm.Read(fields, scheme);
        if (plan is null)
            return new ProblemResult(Problem.Invalid(errors));
        var outcome = await shell.CarryOutAsync(plan.Id, new Request.ToRound(plan.Id, new Round.Command.Create(plan)), Actor.Coordinator, waker, cancellation);
        return await AnswerAsync(outcome, plan.Id, StatusCodes.Status201Created, cancellation);
    }

    public async Task<IResult> ExtendAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation)
    {
        if (Round.PlanOf(await reader.StateAsync(Stages.Rounds, id, id, cancellation)) is null)
            return NoRound;
        var (fields, refusal) = await forms.ReadAsync(request, cancellation);
        return fields is null ? refusal! : await ExtendAsync(fields, id, waker, cancellation);
    }

    /// <param name="fields"><c>deadline</c>.</param>
    public async Task<IResult> ExtendAsync(FormFields fields, string id, IWaker waker, CancellationToken cancellation)
    {
        if (Round.PlanOf(await reader.StateAsync(Stages.Rounds, id, id, cancellation)) is not { } plan)
            return NoRound;
        var (deadline, errors) = RoundForm.ReadDeadline(fields, plan.Deadline.Zone);
        if (deadline is null || errors.Count > 0)
            return new ProblemResult(Problem.Invalid(errors));
        var outcome = await shell.CarryOutAsync(id, new Request.ToRound(id, new Round.Command.Extend(deadline)), Actor.Coordinator, waker, cancellation);
        return await AnswerAsync(outcome, id, StatusCodes.Status200OK, cancellation);
    }

    /// <summary>Wakes the round's clockwork, as the timer does within five minutes anyway. Whatever has run is not run again.</summary>
    public async Task<IResult> RunAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation)
    {
        return await forms.ReadButtonAsync(request, cancellation) is { } refusal ? refusal : await RunAsync(id, waker, cancellation);
    }

    /// <inheritdoc cref="RunAsync(HttpRequest, string, IWaker, CancellationToken)"/>
    public async Task<IResult> RunAsync(string id, IWaker waker, CancellationToken cancellation)
    {
        var round = await reader.StateAsync(Stages.Rounds, id, id, cancellation);
        if (Round.Decide(round, new Round.Command.Close(), time.GetUtcNow()) is Decision<Round.Event>.Rejected rejected)
            return new ProblemResult(Answers.ProblemOf(rejected.Reason));
        if (round is Round.Planned or Round.Closed or Round.Matched)
            await waker.WakeAsync(Clockwork.Round, new Address(id, id), evenIfFinished: true, cancellation);
        return Answers.Json(RoundFacts.Of(round, time.GetUtcNow()), StatusCodes.Status202Accepted);
    }

    /// <summary>A round with a deadline would have newcomers wait for it, beside a scheme that says that nobody has to.</summary>
    internal static Problem NoDeadlines => new(
        StatusCodes.Status409Conflict, "rolling-intake", "People register in this scheme at any time, and are matched as soon as there is somebody for them. So no round with a deadline can be set up.");

    internal static IResult NoRound => new ProblemResult(new Problem(StatusCodes.Status404NotFound, "round-unknown", "There is no such round."));

    private async Task<IResult> AnswerAsync(Outcome outcome, string id, int status, CancellationToken cancellation) => outcome is Outcome.Refused refused
        ? new ProblemResult(Answers.ProblemOf(refused.Reason))
        : Answers.Json(RoundFacts.Of(await reader.StateAsync(Stages.Rounds, id, id, cancellation), time.GetUtcNow()), status);
}
