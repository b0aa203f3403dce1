using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Mentoring.Functions.Coordinator.Reports;
using Mentoring.Pages.Coordinator.Reports;

namespace Mentoring.Tests.Coordinator;

/// <summary>A report's files say what its page says.</summary>
public sealed class ReportFilesTests
{
    private static readonly ReportTable Table = new(
        "shares", "Shares", "From 25 reviews.", ["Group", "People", "Share", "Score", "Accepted"], [["007", "12", "97.7%", "158.5", "too few"], ["=1+1", "5", "100%", "9", "0%"]]);

    [Fact]
    public void In_a_workbook_figures_are_numbers_and_percentages_and_what_names_a_row_is_a_text_even_where_it_looks_like_a_number()
    {
        Assert.Equal(
        [
            ["Shares"], ["From 25 reviews."], ["Group", "People", "Share", "Score", "Accepted"],
            ["007", "number 12", "0.0% number 0.977", "number 158.5", "too few"], ["'=1+1", "number 5", "0% number 1", "number 9", "0% number 0"],
        ], Read(ReportFiles.Xlsx([Table])));
    }

    [Fact]
    public void What_a_page_says_of_a_table_stands_in_its_files_too()
    {
        Assert.StartsWith("Shares,,,,\r\nFrom 25 reviews.,,,,\r\nGroup,", Encoding.UTF8.GetString(ReportFiles.Csv([Table])).TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    private static string[][] Read(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var styles = Part(zip, "xl/styles.xml");
        var codes = styles.Descendants(styles.Root!.Name.Namespace + "numFmt").ToDictionary(format => format.Attribute("numFmtId")!.Value, format => format.Attribute("formatCode")!.Value);
        codes["9"] = "0%";
        var formats = styles.Descendants(styles.Root.Name.Namespace + "cellXfs").Single().Elements().Select(format => format.Attribute("numFmtId") is { } code ? codes[code.Value] + " " : "").ToList();
        var sheet = Part(zip, "xl/worksheets/sheet1.xml");
        return [.. sheet.Descendants(sheet.Root!.Name.Namespace + "row").Select(row => row.Elements().Select(Cell).ToArray())];

        string Cell(XElement cell) => cell.Attribute("t") is not null ? cell.Value : $"{formats[(int?)cell.Attribute("s") ?? 0]}number {cell.Value}";
    }

    private static XDocument Part(ZipArchive zip, string path)
    {
        using var stream = zip.GetEntry(path)!.Open();
        return XDocument.Load(stream);
    }
}
