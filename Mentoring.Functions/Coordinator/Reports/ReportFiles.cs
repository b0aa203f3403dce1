using System.Globalization;
using CsvHelper;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>A report as a file for spreadsheets. No cell begins as a formula does.</summary>
internal static class ReportFiles
{
    /// <summary>All tables below each other, each with its title and what the page says of it above.</summary>
    public static byte[] Csv(IReadOnlyList<ReportTable> tables)
    {
        // Every record is as wide as the widest, as RFC 4180 asks.
        var width = tables.Max(table => table.Heads.Count);
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Separator = ',', Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            foreach (var table in tables)
            {
                foreach (var row in Lines(table))
                    csv.WriteRecord(Wide(row));
                csv.WriteRecord(Wide([]));
            }
        }

        return file.ToArray();

        string[] Wide(IReadOnlyList<string> cells) => [.. cells, .. Enumerable.Repeat("", width - cells.Count)];
    }

    /// <summary>One sheet for each table.</summary>
    public static byte[] Xlsx(IReadOnlyList<ReportTable> tables) => Workbook.Of([.. tables.Select(table => (table.Id, Lines(table)))]);

    private static IReadOnlyList<IReadOnlyList<string>> Lines(ReportTable table) => [[table.Title], .. table.Note.Length > 0 ? [[table.Note]] : Array.Empty<string[]>(), table.Heads, .. table.Rows];

    /// <summary>As it stands in a cell: what a spreadsheet would take for a formula begins with an apostrophe.</summary>
    internal static string Neutral(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
}
