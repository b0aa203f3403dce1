using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mentoring.Pages;
using Mentoring.Pages.Mails;
using Mentoring.Pages.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Pages;

/// <summary>Pages and mails as the services render them.</summary>
internal static class Rendered
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddPages().BuildServiceProvider();

    public static PageRenderer Pages { get; } = Services.GetRequiredService<PageRenderer>();

    public static MailRenderer Mails { get; } = Services.GetRequiredService<MailRenderer>();

    public static SnippetRenderer Snippets { get; } = Services.GetRequiredService<SnippetRenderer>();

    public static IHtmlDocument Document(PageModel model) => Parse(Pages.Render(model));

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The words of a page, spaces collapsed.</summary>
    public static string Words(PageModel model) => Words(Document(model));

    public static string Words(IHtmlDocument document) => Spaced(document.Body!.TextContent);

    public static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
