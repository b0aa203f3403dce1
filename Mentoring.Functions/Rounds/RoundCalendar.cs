using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Rounds;

/// <summary>The windows of all rounds as they stand at one moment.</summary>
/// <param name="Open">Takes registrations now; of several, the one that closes first.</param>
/// <param name="Next">The one that opens next.</param>
/// <param name="Last">The one that closed last.</param>
public sealed record RoundCalendar(RoundPlan? Open, RoundPlan? Next, RoundPlan? Last)
{
    /// <summary>The round that people mean when they name none.</summary>
    public RoundPlan? Current => Open ?? Next ?? Last;

    /// <summary>The scheme's settings as they hold for whoever registers now, or next.</summary>
    public Scheme SettingsOf(Scheme scheme) => (Open ?? Next)?.SettingsOf(scheme) ?? scheme;

    public static RoundCalendar At(DateTimeOffset now, IEnumerable<RoundPlan> plans)
    {
        // Ids decide between rounds of the same dates, so that the answer is always the same.
        var all = plans.OrderBy(plan => plan.Id, StringComparer.Ordinal).ToList();
        var begun = all.Where(plan => plan.Opens.HasPassed(now)).ToList();
        return new RoundCalendar(
            begun.Where(plan => !plan.Deadline.HasPassed(now)).MinBy(plan => plan.Deadline.Instant),
            all.Except(begun).MinBy(plan => plan.Opens.Instant),
            begun.Where(plan => plan.Deadline.HasPassed(now)).MaxBy(plan => plan.Deadline.Instant));
    }
}
