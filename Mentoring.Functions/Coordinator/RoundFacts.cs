using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Coordinator;

/// <summary>A round's state and dates, as clients see them.</summary>
/// <param name="Deadline">This and what is told of it is null where people register at any time.</param>
/// <param name="DeadlineLocal">With the offset that applies then, such as <c>2024-09-30T12:00:00+01:00</c>.</param>
public sealed record RoundFacts(
    string RoundId,
    string State,
    DateTimeOffset OpensAt,
    DateTimeOffset? Deadline,
    string? DeadlineLocal,
    string? DeadlineWords,
    string TimeZone,
    int ReviewMonths,
    DateTimeOffset? UpdateOn)
{
    /// <summary>Null where there is no round.</summary>
    public static RoundFacts? Of(Round round, DateTimeOffset now) => Round.PlanOf(round) is { } plan
        ? new RoundFacts(
            plan.Id, StateOf(round, now), plan.Opens.Instant, plan.Closes?.Instant, plan.Closes?.Iso, plan.Closes?.ToString(), plan.Deadline.Zone,
            plan.TermMonths, plan.IsRolling ? null : plan.UpdateOn.Instant)
        : null;

    public static string StateOf(Round round, DateTimeOffset now) => round switch
    {
        Round.Planned planned when !planned.Plan.Opens.HasPassed(now) => "scheduled",
        Round.Planned planned when !planned.Plan.Deadline.HasPassed(now) => "open",
        Round.Planned or Round.Closed => "closed",
        Round.Matched => "matched",
        Round.Announced => "announced",
        _ => "unknown",
    };
}
