using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Coordinator.Reports;

/// <summary>A report of tables, to be read, printed or taken along as a file.</summary>
/// <param name="Lead">What it says on the whole, in sentences.</param>
public sealed record ReportModel(
    Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, IReadOnlyList<string> Lead, IReadOnlyList<ReportTable> Tables, IReadOnlyList<DeskLink> Files) : DeskModel<ReportPage>(Scheme, Visit);

/// <param name="Id">Unique in its report; names its sheet in a file.</param>
/// <param name="Note">Below the title; may be empty.</param>
/// <param name="Rows">As wide as the heads. The first cell names the row.</param>
public sealed record ReportTable(string Id, string Title, string Note, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Rows of a long table that a page has room for; files have them all.</summary>
    public const int MostOnPage = 60;

    /// <summary>The last row is of all together, and stays with however few are shown.</summary>
    public bool EndsInTotal { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> RowsOnPage => [.. Rows.SkipLast(Totals).Take(MostOnPage), .. Rows.TakeLast(Totals)];

    /// <summary>Rows that only the files have.</summary>
    public int LeftOut => Rows.Count - RowsOnPage.Count;

    private int Totals => EndsInTotal ? 1 : 0;
}
