using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>
/// Writes a workbook of plain sheets (ECMA-376, SpreadsheetML): texts, numbers and percentages, no formulas. The first cell of a row names it
/// and is a text, whatever it looks like. The same tables give the same bytes.
/// </summary>
internal static class Workbook
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>The earliest that a zip file can say.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="sheets">Names, at most 31 letters, digits and hyphens, and rows of cells.</param>
    public static byte[] Of(IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)> sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", xml =>
            {
                xml.WriteStartElement("Types", Types);
                Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
                Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
                Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"));
                for (var number = 1; number <= sheets.Count; number++)
                    Element(xml, "Override", ("PartName", $"/xl/worksheets/sheet{number}.xml"), ("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"));
            });
            Part(zip, "_rels/.rels", xml =>
            {
                xml.WriteStartElement("Relationships", Package);
                Element(xml, "Relationship", ("Id", "r1"), ("Type", Document + "/officeDocument"), ("Target", "xl/workbook.xml"));
            });
            Part(zip, "xl/_rels/workbook.xml.rels", xml =>
            {
                xml.WriteStartElement("Relationships", Package);
                for (var number = 1; number <= sheets.Count; number++)
                    Element(xml, "Relationship", ("Id", $"r{number}"), ("Type", Document + "/worksheet"), ("Target", $"worksheets/sheet{number}.xml"));
                Element(xml, "Relationship", ("Id", "styles"), ("Type", Document + "/styles"), ("Target", "styles.xml"));
            });
            Part(zip, "xl/workbook.xml", xml =>
            {
                xml.WriteStartElement("workbook", Main);
                xml.WriteStartElement("sheets");
                for (var number = 1; number <= sheets.Count; number++)
                {
                    xml.WriteStartElement("sheet");
                    xml.WriteAttributeString("name", sheets[number - 1].Name);
                    xml.WriteAttributeString("sheetId", number.ToString(CultureInfo.InvariantCulture));
                    xml.WriteAttributeString("r", "id", Document, $"r{number}");
                    xml.WriteEndElement();
                }
            });
            Part(zip, "xl/styles.xml", WorkbookStyles.Write);
            for (var number = 1; number <= sheets.Count; number++)
            {
                var rows = sheets[number - 1].Rows;
                Part(zip, $"xl/worksheets/sheet{number}.xml", xml => Sheet(xml, rows));
            }
        }

        return file.ToArray();
    }

    private static void Sheet(XmlWriter xml, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        foreach (var row in rows)
        {
            xml.WriteStartElement("row");
            for (var column = 0; column < row.Count; column++)
                Cell(xml, row[column], isName: column == 0);
            xml.WriteEndElement();
        }
    }

    private static void Cell(XmlWriter xml, string text, bool isName)
    {
        xml.WriteStartElement("c");
        if (!isName && Number(text.EndsWith('%') ? text[..^1] : text) is { } number)
        {
            if (text.EndsWith('%'))
                xml.WriteAttributeString("s", WorkbookStyles.Percent(text));
            xml.WriteElementString("v", (text.EndsWith('%') ? number / 100 : number).ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(string.Concat(ReportFiles.Neutral(text).EnumerateRunes().Where(rune => rune.Value is 9 or 10 or 13 or >= 0x20 and not (0xFFFE or 0xFFFF))));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    private static void Part(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = Always;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }
}
