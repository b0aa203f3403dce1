using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Pages.Mails;

namespace Mentoring.Tests.Pages;

/// <summary>The text part holds what the HTML part shows, whatever people typed.</summary>
public sealed class MailTextTests
{
    [Fact]
    public void Every_word_typed_arrives_in_order_within_the_width() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>[]>(),
        reasons =>
        {
            var typed = string.Join('\n', reasons.Select(reason => Writable(reason.Get)));
            var text = TextOf(typed);
            var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

            return Rendered.Spaced(text).Contains(string.Join(' ', words), StringComparison.Ordinal)
                && text.Split('\n').All(line => line.Length <= 76 || line.Contains("https://", StringComparison.Ordinal) || !line.Trim().Contains(' ', StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lists_are_numbered_and_what_runs_on_is_indented_below_its_words()
    {
        var text = Rendered.Mails.Render(new Samples().Mails().OfType<MailModel.Introduction>().First()).Text;

        Assert.Contains("\n1. Please both sign the mentoring and confidentiality agreement by noon on\n   Monday 30 September 2024. ", text, StringComparison.Ordinal);
        Assert.Contains("\n- Handbook\n  https://mentoring.example.org/documents/handbook\n", text, StringComparison.Ordinal);
    }

    /// <summary>Held against a parser that knows nothing of ours.</summary>
    [Fact]
    public void The_text_of_every_mail_has_all_words_of_its_HTML_in_order() => Assert.All(new Samples().Mails(), model =>
    {
        var mail = Rendered.Mails.Render(model);
        var document = new HtmlParser().ParseDocument(mail.Html);
        foreach (var left in document.QuerySelectorAll(".html-only"))
            left.Remove();
        foreach (var block in document.QuerySelectorAll("p,div,h1,h2,h3,li,td,dt,dd,br,address"))
            block.After(document.CreateTextNode(" "));

        var words = new Queue<string>(mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var word in document.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string? next;
            while (words.TryDequeue(out next) && next != word)
                Assert.True(IsInTextAlone(next), $"{model.Template}: {next} instead of {word}");
            Assert.Equal(word, next);
        }

        Assert.Equal(document.Title, mail.Subject);
    });

    [Theory]
    [InlineData("  a\r\n\tb\u0007c  ", "a b c")]
    [InlineData("\u202Ea\u202C\u2028b", "a b")]
    public void A_subject_is_one_line(string name, string expected)
    {
        var mail = Rendered.Mails.Render(new MailModel.PartnershipContinued(
            new Letterhead(new Samples().Scheme, Samples.Site, "Ada"), name, Samples.YearLater, Samples.Site));

        Assert.StartsWith($"Guiding Hands: your partnership with {expected} continues", mail.Subject, StringComparison.Ordinal);
    }

    /// <summary>Bullets, numbers and the addresses of links.</summary>
    private static bool IsInTextAlone(string word) =>
        word is "-" || word.EndsWith('.') || word.Contains("://", StringComparison.Ordinal) || word.Contains('@', StringComparison.Ordinal);

    private static string TextOf(string typed) => Rendered.Mails.Render(new MailModel.OfferWithdrawn(
        new Letterhead(new Samples().Scheme, Samples.Site, "Ada"), "Grace", typed, Samples.Site)).Text;

    /// <summary>Without what HTML cannot carry: control characters, lone surrogates and non-characters.</summary>
    private static string Writable(string typed) =>
        string.Concat(typed.Where(character => !char.IsControl(character) && !char.IsSurrogate(character) && character is (< '\uFDD0' or (> '\uFDEF' and < '\uFFFE'))));
}
