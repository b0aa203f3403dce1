using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mentoring.Pages;
using Mentoring.Pages.Mails;

namespace Mentoring.Tests.Pages;

/// <summary>
/// What Gmail, Outlook and Apple Mail do to a mail: which of them knows an element or a property is taken from caniemail.com, November 2026.
/// Whatever is new in a mail stands here first, with what is lost where it is not known.
/// </summary>
public sealed class MailProgramTests
{
    private static readonly IReadOnlyList<(MailModel Model, RenderedMail Mail, IHtmlDocument Html)> All =
        [.. new Samples().Mails().Select(Open)];

    /// <summary>Known to all of them, or no more than what it holds to those that do not know it.</summary>
    private static readonly IReadOnlySet<string> Elements = new HashSet<string>(StringComparer.Ordinal)
    {
        "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "h1", "h2", "p", "ul", "ol", "li", "a", "strong", "br",
        // Most show the words without keeping their direction to themselves.
        "bdi",
    };

    private static readonly IReadOnlySet<string> KnownToAll = new HashSet<string>(StringComparer.Ordinal)
    {
        "background-color", "color", "font-family", "font-size", "font-weight", "line-height", "text-decoration", "border", "border-left", "margin", "margin-left", "padding", "padding-left",
    };

    /// <summary>Passed over by some.</summary>
    private static readonly IReadOnlySet<string> HarmlessWhereUnknown = new HashSet<string>(StringComparer.Ordinal)
    {
        // Corners are square.
        "border-radius",
        // Outlook on Windows has a column of its own, and a cell's padding around a button.
        "max-width", "mso-padding-alt", "display",
        // A word longer than the column makes it wider.
        "overflow-wrap", "word-break",
        // Each hides the preheader in some of them.
        "max-height", "opacity", "overflow", "mso-hide",
    };

    [Fact]
    public void Every_element_of_a_mail_is_one_that_mail_programs_show() => Assert.All(All, each =>
        Assert.Empty(each.Html.All.Select(element => element.LocalName).Except(Elements)));

    [Fact]
    public void Every_style_of_a_mail_is_known_to_mail_programs_or_missing_it_does_no_harm() => Assert.All(All, each =>
        Assert.Empty(Declarations(each.Html.All).Select(style => style.Property).Except(KnownToAll.Union(HarmlessWhereUnknown))));

    [Fact]
    public void Margins_are_lengths_because_Outlook_knows_neither_auto_nor_less_than_nothing() => Assert.All(All, each =>
        Assert.All(Declarations(each.Html.All).Where(style => style.Property.StartsWith("margin", StringComparison.Ordinal)), style =>
            Assert.Matches(@"^\d+(px)?( \d+(px)?)*$", style.Value)));

    [Fact]
    public void All_that_is_not_inline_is_dark_mode_because_some_of_Gmail_drops_it() => Assert.All(All, each =>
    {
        var style = Assert.Single(each.Html.QuerySelectorAll("style")).TextContent;
        Assert.StartsWith("@media (prefers-color-scheme:dark){", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@media", style[1..], StringComparison.Ordinal);
    });

    [Fact]
    public void Outlook_on_Windows_sets_a_mail_in_a_column_as_wide_as_elsewhere() => Assert.All(All, each =>
    {
        var html = Rendered.Parse(AsWordReads(each.Mail.Html));
        var column = Assert.Single(html.QuerySelectorAll("table[width='600']"));
        Assert.Same(column, html.QuerySelector("[style*='max-width:600px']")!.ParentElement!.Closest("table"));
        Assert.True(column.Contains(html.QuerySelector("h1")!));
        Assert.Equal(Rendered.Words(each.Html), Rendered.Words(html));
    });

    [Fact]
    public void A_button_has_its_padding_in_Outlook_on_Windows_too()
    {
        var buttons = All.SelectMany(each => each.Html.QuerySelectorAll("a[style]")).ToList();

        Assert.NotEmpty(buttons);
        Assert.All(buttons, button =>
        {
            Assert.Equal(Style(button, "padding"), Style(button.ParentElement!, "mso-padding-alt"));
            Assert.Equal(Style(button, "background-color") ?? Style(button.ParentElement!, "background-color"), button.ParentElement!.GetAttribute("bgcolor"));
        });
    }

    [Fact]
    public void Words_and_paper_are_coloured_together_so_that_turning_one_turns_both() => Assert.All(All, each =>
        Assert.All(each.Html.All.Where(element => Style(element, "background-color") is not null && element.LocalName != "td"), element =>
            Assert.NotNull(Style(element, "color"))));

    /// <summary>A mail in Gmail ends after 102 KB, and with it whatever should be done.</summary>
    [Fact]
    public void A_mail_about_somebody_with_the_longest_words_allowed_is_not_cut_off_by_Gmail()
    {
        var longest = new PersonCard(Long(120), Long(200), Long(200), Long(4_000), "partner@example.org", Long(4_000));
        var mails = new Samples().Mails().Select(model => (MailModel?)(model switch
        {
            MailModel.Offer offer => offer with { Mentor = longest },
            MailModel.OfferReminder reminder => reminder with { Mentor = longest },
            MailModel.Introduction introduction => introduction with { Partner = longest },
            MailModel.AgreementComplete complete => complete with { Partner = longest },
            _ => null,
        })).OfType<MailModel>().ToList();

        Assert.Equal(4, mails.Select(model => model.Template).Distinct().Count());
        Assert.All(mails, model => Assert.InRange(Encoding.UTF8.GetByteCount(Rendered.Mails.Render(model).Html), 4_000, 102 * 1024));
    }

    /// <summary>In HTML each becomes eight characters.</summary>
    private static string Long(int length) => new('日', length);

    private static (MailModel Model, RenderedMail Mail, IHtmlDocument Html) Open(MailModel model)
    {
        var mail = Rendered.Mails.Render(model);
        return (model, mail, Rendered.Parse(mail.Html));
    }

    /// <summary>With what it alone reads.</summary>
    private static string AsWordReads(string html) => html.Replace("<!--[if mso]>", "", StringComparison.Ordinal).Replace("<![endif]-->", "", StringComparison.Ordinal);

    private static string? Style(IElement element, string property) =>
        Declarations([element]).Where(style => style.Property == property).Select(style => style.Value).SingleOrDefault();

    private static IEnumerable<(string Property, string Value)> Declarations(IEnumerable<IElement> elements) =>
        from element in elements
        from declaration in (element.GetAttribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        let colon = declaration.IndexOf(':', StringComparison.Ordinal)
        select (declaration[..colon], declaration[(colon + 1)..]);
}
