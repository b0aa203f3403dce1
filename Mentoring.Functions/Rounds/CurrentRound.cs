using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Which round takes registrations, or did, or will.</summary>
public sealed class CurrentRound(LedgerReader reader)
{
    public async ValueTask<RoundCalendar> AtAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var plans = new List<RoundPlan>();
        await foreach (var (_, round) in reader.AllAsync(Stages.Rounds, round: null, cancellation))
        {
            if (Round.PlanOf(round) is { } plan)
                plans.Add(plan);
        }

        return RoundCalendar.At(now, plans);
    }
}
