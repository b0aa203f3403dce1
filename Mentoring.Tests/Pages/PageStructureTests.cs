using AngleSharp.Html.Dom;
using Mentoring.Pages;

namespace Mentoring.Tests.Pages;

/// <summary>What holds for every page in every state, so that it works without script, by keyboard and with a screen reader.</summary>
public sealed class PageStructureTests
{
    private static readonly IReadOnlyList<(PageModel Model, IHtmlDocument Document)> All =
        [.. new Samples().Pages().Select(model => (model, Rendered.Document(model)))];

    [Fact]
    public void Every_page_is_British_English_with_one_main_heading_a_title_and_a_skip_link() => Each(page =>
    {
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        var heading = Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEmpty(heading.TextContent.Trim());
        Assert.EndsWith("Guiding Hands", page.Title, StringComparison.Ordinal);
        Assert.Equal("main", Assert.Single(page.QuerySelectorAll("main")).Id);
        Assert.Equal("#main", page.Body!.FirstElementChild!.GetAttribute("href"));
    });

    [Fact]
    public void Every_element_is_one_that_browsers_know() => Each(page => Assert.Empty(page.All.OfType<IHtmlUnknownElement>().Select(element => element.LocalName)));

    [Fact]
    public void Headings_never_skip_a_level() => Each(page =>
    {
        // An error summary comes before everything else, its heading with it.
        var before = 0;
        foreach (var level in page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Where(heading => heading.Id != "error-summary-title").Select(heading => heading.LocalName[1] - '0'))
        {
            Assert.InRange(level, 1, before + 1);
            before = level;
        }
    });

    [Fact]
    public void Every_id_is_unique_and_every_reference_points_to_one() => Each(page =>
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        foreach (var attribute in (string[])["for", "aria-describedby", "aria-labelledby"])
        {
            foreach (var element in page.QuerySelectorAll($"[{attribute}]"))
                Assert.All(element.GetAttribute(attribute)!.Split(' '), id => Assert.Contains(id, ids));
        }

        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
    });

    [Fact]
    public void Every_control_has_a_label_and_every_group_a_legend() => Each(page =>
    {
        var labelled = page.QuerySelectorAll("label").Select(label => label.GetAttribute("for")).ToHashSet();
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]),select,textarea"))
            Assert.Contains(control.Id, labelled);
        Assert.All(page.QuerySelectorAll("fieldset"), group => Assert.Equal("legend", group.FirstElementChild!.LocalName));
        Assert.All(page.QuerySelectorAll("input[type=radio]"), radio => Assert.NotNull(radio.Closest("fieldset")));
    });

    [Fact]
    public void Every_control_has_a_name_and_every_form_posts_to_our_own_pages_with_a_button() => Each(page =>
    {
        Assert.All(page.QuerySelectorAll("input,select,textarea"), control => Assert.NotEmpty(control.GetAttribute("name") ?? ""));
        foreach (var form in page.QuerySelectorAll("form"))
        {
            Assert.StartsWith("/", form.GetAttribute("action"), StringComparison.Ordinal);
            Assert.NotEmpty(form.QuerySelectorAll("button[type=submit]"));
        }
    });

    [Fact]
    public void No_page_needs_script_inline_style_or_anything_from_elsewhere() => Each(page =>
    {
        // The form's script is ours, and helps only; a sample of a mail is shown in a frame that can do nothing.
        Assert.Empty(page.QuerySelectorAll("script:not([src='/form.js'][defer]:empty),style,[style],iframe:not([sandbox=''][srcdoc]),img,object,embed,base,meta[http-equiv]"));
        Assert.Equal(Paths.Stylesheet, Assert.Single(page.QuerySelectorAll("link")).GetAttribute("href"));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    });

    [Fact]
    public void Every_picture_says_what_it_shows_and_its_figures_stand_in_a_table_beside_it() => Each(page => Assert.All(page.QuerySelectorAll("svg"), picture =>
    {
        Assert.Equal("img", picture.GetAttribute("role"));
        Assert.All(picture.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(page.GetElementById(id)!.TextContent.Trim()));
        Assert.NotNull(picture.Closest("figure")!.QuerySelector("table"));
    }));

    [Fact]
    public void Every_page_names_the_coordinator_with_an_address() => Each(page =>
        Assert.NotEmpty(page.QuerySelectorAll("footer a[href='mailto:robin@example.org']")));

    [Fact]
    public void Every_table_has_a_caption_and_headed_columns() => Each(page => Assert.All(page.QuerySelectorAll("table"), table =>
    {
        Assert.NotNull(table.QuerySelector("caption"));
        Assert.All(table.QuerySelectorAll("th"), head => Assert.Contains(head.GetAttribute("scope"), (string?[])["col", "row"]));
    }));

    [Fact]
    public void Every_page_weighs_less_than_50_kilobytes() => Assert.All(All, page =>
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(Rendered.Pages.Render(page.Model)), 1, 50_000));

    [Fact]
    public void Every_kind_of_page_is_among_those_tested() => Assert.Empty(
        typeof(PageModel).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract)
            .Except(All.Select(page => page.Model.GetType())));

    private static void Each(Action<IHtmlDocument> check) => Assert.All(All, page => check(page.Document));
}
