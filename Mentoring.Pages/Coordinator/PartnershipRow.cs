using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator;

/// <param name="State">In a word.</param>
/// <param name="Next">What comes next, such as <c>interim review</c>.</param>
public sealed record PartnershipRow(string Mentee, string Mentor, string State, string? Next, LocalInstant? When);
