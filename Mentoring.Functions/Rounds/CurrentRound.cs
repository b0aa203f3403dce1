using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Which round takes registrations, or did, or will.</summary>
/// <remarks>A round without a deadline, left from when people registered at any time, takes nobody new once the settings want a deadline.</remarks>
public sealed class CurrentRound(LedgerReader reader, Scheme scheme)
{
    public async ValueTask<RoundCalendar> AtAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var plans = new List<RoundPlan>();
        await foreach (var (_, round) in reader.AllAsync(Stages.Rounds, round: null, cancellation))
        {
            if (Round.PlanOf(round) is { } plan && (!plan.IsRolling || scheme.Intake == Intake.Rolling))
                plans.Add(plan);
        }

        return RoundCalendar.At(now, plans);
    }
}
