namespace Mentoring.Functions.Partnerships;

/// <summary>What a look at a partnership found.</summary>
/// <param name="Stage">Name of the stage it is in.</param>
/// <param name="Next">When to look again; null once nothing more can happen.</param>
/// <param name="Freed">A place became free, and the waiting list has not been matched since.</param>
public sealed record PartnershipStep(string Stage, DateTimeOffset? Next, bool Freed);
