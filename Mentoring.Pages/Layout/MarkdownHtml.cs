using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mentoring.Pages.Layout;

/// <summary>Markdown to HTML that is safe to show: no raw HTML, no images, links only to the web, mail and our own pages.</summary>
internal static class MarkdownHtml
{
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

        return document.ToHtml(Pipeline);
    }

    private static bool IsSafe(string? url) =>
        url is not null
        && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith('#')
            || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)));
}
