using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Opens the rounds that the scheme's settings name, where they are not there yet and their deadline has not passed.</summary>
public sealed class RoundOpening(Scheme scheme, SchemeShell shell, LedgerReader reader, TimeProvider time)
{
    public RoundPlan PlanOf(RoundSettings round) => new(round.Id, round.Opens, round.Deadline, round.ReviewMonths ?? scheme.TermMonths, scheme.Waiting.UpdateAfterDays);

    public async Task OpenAsync(IWaker waker, CancellationToken cancellation)
    {
        foreach (var plan in scheme.Rounds.Select(PlanOf))
        {
            if (!plan.Deadline.HasPassed(time.GetUtcNow()) && await reader.StateAsync(Stages.Rounds, plan.Id, plan.Id, cancellation) is Round.None)
                await CreateAsync(plan, Actor.Clock, waker, cancellation);
        }
    }

    public ValueTask<Outcome> CreateAsync(RoundPlan plan, Actor by, IWaker waker, CancellationToken cancellation) =>
        shell.CarryOutAsync(plan.Id, new Request.ToRound(plan.Id, new Round.Command.Create(plan)), by, waker, cancellation);
}
