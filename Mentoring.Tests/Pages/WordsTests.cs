using Mentoring.Pages.Mails;
using Mentoring.Pages;

namespace Mentoring.Tests.Pages;

/// <summary>Requirements that are met by words which people read.</summary>
public abstract class WordsTests
{
    private protected Samples Samples { get; } = new();

    protected static void Says(PageModel model, params string[] words) => Holds(Rendered.Words(model), words);

    protected static void Says(MailModel model, params string[] words) => Holds(TextOf(model), words);

    protected void Says<TMail>(params string[] words)
        where TMail : MailModel => Says(Samples.Mails().OfType<TMail>().First(), words);

    protected static string TextOf(MailModel model) => Rendered.Spaced(Rendered.Mails.Render(model).Text);

    private static void Holds(string text, string[] words) => Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
}
