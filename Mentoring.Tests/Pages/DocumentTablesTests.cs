using AngleSharp.Html.Dom;
using Mentoring.Core.Schemes;
using Mentoring.Pages.Schemes;

namespace Mentoring.Tests.Pages;

public sealed class DocumentTablesTests
{
    [Fact]
    public void A_table_of_a_document_scrolls_by_itself_and_not_the_page()
    {
        var table = Shown("| Document | Who sees it |\n|---|:---:|\n| Handbook | everybody |").QuerySelector("table")!;

        Assert.Equal(("scroll", "0"), (table.ParentElement!.ClassName, table.ParentElement.GetAttribute("tabindex")));
        Assert.Equal(["col", "col"], table.QuerySelectorAll("th").Select(head => head.GetAttribute("scope")));
        Assert.Empty(table.QuerySelectorAll("[style]"));
    }

    [Fact]
    public void A_head_without_words_is_left_out()
    {
        var table = Shown("| | |\n|---|---|\n| Date, time and place | |\n| Topics | |").QuerySelector("table")!;

        Assert.Empty(table.QuerySelectorAll("th"));
        Assert.Equal(2, table.QuerySelectorAll("tr").Length);
    }

    private static IHtmlDocument Shown(string text) =>
        Rendered.Document(new DocumentModel(new Samples().Scheme, new SchemeDocument("plan", "Plan", "1", "plan.md", DocumentDelivery.Link), text));
}
