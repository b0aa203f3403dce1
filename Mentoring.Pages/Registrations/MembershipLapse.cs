using Mentoring.Core.Time;

namespace Mentoring.Pages.Registrations;

/// <summary>What a person's own pages say of a membership that has lapsed.</summary>
/// <param name="RenewBy">End of the period of grace; null once that is over.</param>
public sealed record MembershipLapse(LocalInstant? RenewBy);
