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
            if (!plan.Deadline.HasPassed(time.GetUtcNow()) && await reader.StateAsync(Stages.Rounds, plan.Id, plan.Id, cancellation) is Round.None && !await IsTakenAsync(plan, cancellation))
                await CreateAsync(plan, Actor.Clock, waker, cancellation);
        }
    }

    /// <summary>Of rounds that never close there is one: people of two would never meet. Under another id it is still the same.</summary>
    private async ValueTask<bool> IsTakenAsync(RoundPlan plan, CancellationToken cancellation) =>
        plan.IsRolling && await reader.AllAsync(Stages.Rounds, round: null, cancellation).AnyAsync(found => Round.IsRolling(found.State), cancellation);

    public ValueTask<Outcome> CreateAsync(RoundPlan plan, Actor by, IWaker waker, CancellationToken cancellation) =>
        shell.CarryOutAsync(plan.Id, new Request.ToRound(plan.Id, new Round.Command.Create(plan)), by, waker, cancellation);
}
