using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Mentoring.Pages.Mails;

/// <summary>Reads subject and text part off a mail's HTML.</summary>
internal static class MailText
{
    /// <summary>Marks what the text part leaves out.</summary>
    public const string HtmlOnly = "html-only";

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "td", "address",
    };

    // Not safe to share between threads, and not cheap to make.
    [ThreadStatic]
    private static HtmlParser? parser;

    public static (string Subject, string Text) Of(string html)
    {
        var document = (parser ??= new HtmlParser()).ParseDocument(html);
        var writer = new MailTextWriter();
        WriteChildren(document.Body!, writer);
        return (MailSubject.Clean(document.Title ?? ""), writer.Finish());
    }

    private static void WriteChildren(INode parent, MailTextWriter writer)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                writer.Words(text.Data);
            else if (node is IElement element && element.ClassName?.Split(' ').Contains(HtmlOnly) != true)
                Write(element, writer);
        }
    }

    private static void Write(IElement element, MailTextWriter writer)
    {
        switch (element.LocalName)
        {
            case "br":
                writer.Line();
                return;
            case "a":
                WriteChildren(element, writer);
                writer.Link(element.GetAttribute("href") ?? "", element.TextContent);
                return;
            case "style" or "title":
                return;
        }

        if (!Blocks.Contains(element.LocalName))
        {
            WriteChildren(element, writer);
            return;
        }

        writer.Begin(element.LocalName);
        WriteChildren(element, writer);
        writer.End(element.LocalName);
    }
}
