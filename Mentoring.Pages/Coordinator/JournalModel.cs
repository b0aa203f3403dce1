using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator;

/// <param name="Next">Path of the page after this one; null at the end.</param>
public sealed record JournalModel(Scheme Scheme, DeskVisit Visit, IReadOnlyList<JournalRow> Rows, string? Next) : DeskModel<JournalPage>(Scheme, Visit);
