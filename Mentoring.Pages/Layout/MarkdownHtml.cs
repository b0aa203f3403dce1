using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mentoring.Pages.Layout;

/// <summary>Markdown to HTML that is safe to show: no raw HTML, no images, links only to the web, mail and our own pages.</summary>
internal static class MarkdownHtml
{
    /// <summary>On narrow screens a table scrolls by itself, and not the page.</summary>
    private const string Scroll = """<div class="scroll" role="group" aria-label="Table" tabindex="0">""";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().DisableHtml().Build();

    /// <param name="top">Level of the first headings below the title.</param>
    public static string Of(string text, int top)
    {
        var document = Markdown.Parse(text, Pipeline);
        // The page has the title already.
        if (document is [HeadingBlock { Level: 1 } title, ..])
            document.Remove(title);

        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Clamp(heading.Level + top - 2, top, 6);

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (!IsSafe(link.Url))
                link.Url = "";
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));

        foreach (var table in document.Descendants<Table>())
            Tidy(table);

        // No table is written in HTML, so each of these is one of ours.
        return document.ToHtml(Pipeline).Replace("<table>", Scroll + "<table>", StringComparison.Ordinal).Replace("</table>", "</table></div>", StringComparison.Ordinal);
    }

    /// <summary>Heads say what they head, and a head without words goes. Columns are aligned by the stylesheet alone.</summary>
    private static void Tidy(Table table)
    {
        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
        if (table is not [TableRow { IsHeader: true } head, ..])
            return;
        if (head.Descendants<LeafInline>().Any())
            head.OfType<TableCell>().ToList().ForEach(cell => cell.GetAttributes().AddProperty("scope", "col"));
        else
            table.Remove(head);
    }

    private static bool IsSafe(string? url) =>
        url is not null
        && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith('#')
            || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)));
}
