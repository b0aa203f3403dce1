using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Keeping;

/// <summary>Tells rounds whose personal data has been kept as long as the scheme's settings say.</summary>
public sealed class PastRounds(LedgerReader reader, Scheme scheme, TimeProvider time)
{
    public async Task<bool> IsPastAsync(string round, CancellationToken cancellation)
    {
        // Most rounds are young: their plan alone says so.
        if (await PlanAsync(round, cancellation) is not { } plan || !HasPassed(plan.UpdateOn.Instant))
            return false;
        return await OverSinceAsync(round, cancellation) is { } over && HasPassed(over);
    }

    /// <summary>The round's dates; null where there is no such round.</summary>
    public async Task<RoundPlan?> PlanAsync(string round, CancellationToken cancellation) => Round.PlanOf(await reader.StateAsync(Stages.Rounds, round, round, cancellation));

    /// <summary>When the last thing in the round came to its end; null where anything still runs.</summary>
    public async Task<DateTimeOffset?> OverSinceAsync(string round, CancellationToken cancellation)
    {
        if (await reader.StateAsync(Stages.Rounds, round, round, cancellation) is not Round.Announced { WaitingUpdateSent: true } announced)
            return null;
        var last = announced.Plan.UpdateOn.Instant;
        await foreach (var (_, partnership) in reader.AllAsync(Stages.Partnerships, round, cancellation))
        {
            if (!Passes(EndOf(partnership), ref last))
                return null;
        }

        await foreach (var (_, offer) in reader.AllAsync(Stages.Offers, round, cancellation))
        {
            if (!Passes(EndOf(offer), ref last))
                return null;
        }

        await foreach (var (_, review) in reader.AllAsync(Stages.Reviews, round, cancellation))
        {
            // The time counts from the partnerships; but whoever is asked how it was may still answer.
            if (review is Review.Open)
                return null;
        }

        return last;
    }

    private bool HasPassed(DateTimeOffset over) => over.AddMonths(scheme.Retention.Months) <= time.GetUtcNow();

    private static bool Passes(DateTimeOffset? end, ref DateTimeOffset last)
    {
        last = end > last ? end.Value : last;
        return end is not null;
    }

    private static DateTimeOffset? EndOf(Partnership partnership) => partnership switch
    {
        Partnership.None => DateTimeOffset.MinValue,
        Partnership.Ended ended => ended.Ending.At,
        Partnership.Lapsed lapsed => lapsed.LapsedAt,
        _ => null,
    };

    /// <summary>An offer whose mail did not arrive would stand for ever.</summary>
    private static DateTimeOffset? EndOf(Offer offer) => offer switch
    {
        Offer.None => DateTimeOffset.MinValue,
        Offer.Accepted accepted => accepted.AcceptedAt,
        Offer.Declined declined => declined.DeclinedAt,
        Offer.Expired expired => expired.ExpiredAt,
        Offer.Withdrawn withdrawn => withdrawn.WithdrawnAt,
        Offer.Pending { StoppedAt: { } stopped } => stopped,
        _ => null,
    };
}
