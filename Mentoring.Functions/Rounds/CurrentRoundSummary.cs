using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Rounds;

/// <summary>The current round, as the association's website asks for it. Names are part of the interface.</summary>
/// <param name="Deadline">Null where people register at any time.</param>
/// <param name="DeadlineLocal">With its offset: <c>2024-09-30T12:00:00+01:00</c>.</param>
/// <param name="Enquiries">The address to write to.</param>
public sealed record CurrentRoundSummary(
    string RoundId,
    RoundWindow State,
    DateTimeOffset OpensAt,
    DateTimeOffset? Deadline,
    string? DeadlineLocal,
    string TimeZone,
    string Enquiries,
    IReadOnlyList<ExpertiseArea> Expertise,
    int CapacityLimit)
{
    public static CurrentRoundSummary Of(RoundPlan plan, Scheme scheme, DateTimeOffset now) => new(
        plan.Id,
        (plan.Opens.HasPassed(now), plan.Deadline.HasPassed(now)) switch { (_, true) => RoundWindow.Closed, (true, _) => RoundWindow.Open, _ => RoundWindow.Scheduled },
        plan.Opens.Instant,
        plan.Closes?.Instant,
        plan.Closes?.Iso,
        plan.Opens.Zone,
        scheme.Contact.Email,
        scheme.Expertise,
        scheme.CapacityLimit);
}

/// <summary>Whether a round takes registrations.</summary>
public enum RoundWindow
{
    Scheduled,
    Open,
    Closed,
}
