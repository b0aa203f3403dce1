using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator;

/// <param name="Round">Whose journal it is; null where there is no round yet.</param>
/// <param name="Others">Journals of other rounds.</param>
/// <param name="Next">Path of the page after this one; null at the end.</param>
public sealed record JournalModel(Scheme Scheme, DeskVisit Visit, string? Round, IReadOnlyList<DeskLink> Others, IReadOnlyList<JournalRow> Rows, string? Next) : DeskModel<JournalPage>(Scheme, Visit);
