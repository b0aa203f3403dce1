using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>The waiting list of a round, in its order.</summary>
public sealed record WaitingModel(Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, IReadOnlyList<WaitingRow> Waiting, PageOfList List) : DeskModel<WaitingPage>(Scheme, Visit);

/// <param name="Place">From 1.</param>
/// <param name="Reasons">Why there is nobody for them, in the coordinator's version.</param>
/// <param name="Match">Null where nobody can be matched by hand yet.</param>
public sealed record WaitingRow(int Place, DeskLink Person, LocalInstant Since, int RoundsWaited, IReadOnlyList<string> Seeks, IReadOnlyList<string> Reasons, DeskLink? Match);
