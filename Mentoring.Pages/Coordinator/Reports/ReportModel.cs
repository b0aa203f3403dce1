using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator.Reports;

/// <summary>A report of tables, to be read, printed or taken along as a file.</summary>
/// <param name="Lead">What it says on the whole, in sentences.</param>
public sealed record ReportModel(
    Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, IReadOnlyList<string> Lead, IReadOnlyList<ReportTable> Tables, IReadOnlyList<DeskLink> Files) : DeskModel<ReportPage>(Scheme, Visit);

/// <param name="Id">Unique in its report; names its sheet in a file.</param>
/// <param name="Note">Below the title; may be empty.</param>
/// <param name="Rows">As wide as the heads. The first cell names the row.</param>
public sealed record ReportTable(string Id, string Title, string Note, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
