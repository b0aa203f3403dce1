using Mentoring.Pages.Coordinator.Charts;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>How a round goes.</summary>
/// <param name="Steps">From opening to the last partnership, in order.</param>
/// <param name="Done">Offers made so far, of all that are to be; null but while the round is running.</param>
public sealed record RoundCourse(RoundSummary Summary, IReadOnlyList<RoundStepRow> Steps, (int Made, int All)? Done, Chart Registrations, Chart Expertise, Chart Offers, Chart Partnerships);

/// <param name="State"><c>done</c>, <c>now</c> or <c>next</c>.</param>
/// <param name="When">In words.</param>
public sealed record RoundStepRow(string What, string When, string State);
