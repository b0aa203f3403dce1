using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Registrations;
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
            if (!Passes(Ends.Of(partnership), ref last))
                return null;
        }

        await foreach (var (_, offer) in reader.AllAsync(Stages.Offers, round, cancellation))
        {
            if (!Passes(Ends.Of(offer), ref last))
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

    /// <summary>For a round that never closes: whether all that concerned the person is over, and was kept as long as the settings say.</summary>
    /// <param name="since">When they registered, or left.</param>
    public bool IsPast(DateTimeOffset since, HeldRecords held)
    {
        var last = since;
        return held.Partnerships.All(each => Passes(Ends.Of(each.Partnership), ref last))
            && held.Offers.All(each => Passes(Ends.Of(each.Offer), ref last))
            && !held.Reviews.Any(each => each.Review is Review.Open)
            && HasPassed(last);
    }

    private bool HasPassed(DateTimeOffset over) => over.AddMonths(scheme.Retention.Months) <= time.GetUtcNow();

    private static bool Passes(DateTimeOffset? end, ref DateTimeOffset last)
    {
        last = end > last ? end.Value : last;
        return end is not null;
    }
}
