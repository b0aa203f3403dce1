using System.Xml;

namespace Mentoring.Functions.Coordinator.Reports;

/// <summary>The styles of a workbook's cells: how a percentage shows. The rest is what the format wants to be there.</summary>
internal static class WorkbookStyles
{
    /// <summary>Our own formats begin here; 9 is known to every reader as whole per cent.</summary>
    private const string Tenths = "164";

    /// <param name="text">As the page shows it, with as many places.</param>
    public static string Percent(string text) => text.Contains('.', StringComparison.Ordinal) ? "2" : "1";

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Workbook.Main);
        List(xml, "numFmts", () => Workbook.Element(xml, "numFmt", ("numFmtId", Tenths), ("formatCode", "0.0%")));
        List(xml, "fonts", () => Workbook.Element(xml, "font"));
        List(xml, "fills", () => Fill(xml, "none"), () => Fill(xml, "gray125"));
        List(xml, "borders", () => Workbook.Element(xml, "border"));
        List(xml, "cellStyleXfs", () => Workbook.Element(xml, "xf"));
        List(xml, "cellXfs", () => Workbook.Element(xml, "xf"), () => Format(xml, "9"), () => Format(xml, Tenths));
        List(xml, "cellStyles", () => Workbook.Element(xml, "cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")));
        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, string number) => Workbook.Element(xml, "xf", ("numFmtId", number), ("applyNumberFormat", "1"));

    private static void Fill(XmlWriter xml, string pattern) => List(xml, "fill", () => Workbook.Element(xml, "patternFill", ("patternType", pattern)));

    private static void List(XmlWriter xml, string name, params ReadOnlySpan<Action> entries)
    {
        xml.WriteStartElement(name);
        foreach (var write in entries)
            write();
        xml.WriteEndElement();
    }
}
