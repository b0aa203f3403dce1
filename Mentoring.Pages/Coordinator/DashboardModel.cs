using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Coordinator.Rounds;

namespace Mentoring.Pages.Coordinator;

/// <param name="Latest">The course of the round with the latest deadline; null where there is none.</param>
/// <param name="Rounds">The latest first.</param>
/// <param name="NeedsAttention">As many as a page holds.</param>
/// <param name="Matters">Which of all that needs somebody is shown.</param>
/// <param name="Actions">How many times a coordinator has had to act so far.</param>
/// <param name="Routine">How many of those kept things moving that move by themselves.</param>
public sealed record DashboardModel(
    Scheme Scheme,
    DeskVisit Visit,
    LocalInstant Now,
    RoundCourse? Latest,
    IReadOnlyList<RoundSummary> Rounds,
    IReadOnlyList<AttentionItem> NeedsAttention,
    PageOfList Matters,
    int Actions,
    int Routine) : DeskModel<DashboardPage>(Scheme, Visit);
