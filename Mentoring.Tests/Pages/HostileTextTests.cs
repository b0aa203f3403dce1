using Mentoring.Pages.Mails;

namespace Mentoring.Tests.Pages;

/// <summary>People's words are shown as words, whatever they hold.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Words { get; } =
    [
        "<script>alert('x')</script><img src=x onerror=alert(1)>",
        "\"><input name=\"evil\" autofocus onfocus='alert(1)'>",
        "</textarea></title></style><style>*{display:none}</style><!-- <![CDATA[",
        "first\r\nBcc: everybody@example.org\r\n\r\nsecond\u0000\u0007\u2028third",
        "&lt;script&gt; &amp;amp; &#60;b&#62; {{7*7}} @Model ${x}",
        "[link](javascript:alert(1)) <javascript:alert(1)> ![](https://evil.example/x.png) <b>raw</b>",
        new string('W', 5_000),
        "\u202Eevil\u202C שלום \u2066العربية\u2069 👩‍🔬 Z͑ͫ̓ͪ̂ͫ",
    ];

    private static readonly IReadOnlyList<int> Kind = [.. new Samples().Pages().Select(model => Elements(Rendered.Document(model)))];

    [Theory]
    [MemberData(nameof(Words))]
    public void No_page_becomes_anything_but_words(string typed)
    {
        var hostile = new Samples(typed).Pages().Select(model => Rendered.Document(model)).ToList();

        foreach (var page in hostile)
        {
            Assert.Empty(page.QuerySelectorAll("script:not([src='/form.js']),style,img,[name=evil],[onerror],[onfocus],b,main a[href^='javascript']"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("footer"));
            Assert.DoesNotContain(page.Links, link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        }

        Assert.Equal(Kind, hostile.Select(Elements));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void No_mail_becomes_anything_but_words(string typed)
    {
        foreach (var model in new Samples(typed).Mails())
        {
            var mail = Rendered.Mails.Render(model);
            var html = Rendered.Parse(mail.Html);

            Assert.Empty(html.QuerySelectorAll("script,body style,img,input,[onerror],[onfocus],b"));
            Assert.DoesNotContain(html.Links, link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(mail.Subject, char.IsControl);
            Assert.DoesNotContain(mail.Subject, character => character is '\u2028' or '\u202E' or '\u2066');
            Assert.InRange(mail.Subject.Length, 1, 200);
            Assert.DoesNotContain(mail.Text, character => char.IsControl(character) && character != '\n');
        }
    }

    [Fact]
    public void Words_arrive_in_pages_and_both_parts_of_a_mail_as_they_were_typed()
    {
        const string typed = "<i>Zoë & “Søren”</i> 日本";
        var samples = new Samples(typed);
        var mail = Rendered.Mails.Render(samples.Mails().OfType<MailModel.Introduction>().First());

        Assert.Contains(typed, Rendered.Words(samples.Offer(new Mentoring.Pages.Offers.OfferState.Pending(Samples.Noon))), StringComparison.Ordinal);
        Assert.Contains(typed, Rendered.Words(Rendered.Parse(mail.Html)), StringComparison.Ordinal);
        Assert.Contains(typed, Rendered.Spaced(mail.Text), StringComparison.Ordinal);
        Assert.Contains(typed, mail.Subject, StringComparison.Ordinal);
    }

    /// <summary>How many of the elements that could do something a page has; only lists of paragraphs may differ with the words.</summary>
    private static int Elements(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("form,input,select,textarea,button,h1,h2,table,fieldset,link,meta,title").Length;
}
