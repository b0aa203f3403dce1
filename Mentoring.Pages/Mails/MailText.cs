using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Mentoring.Pages.Mails;

/// <summary>Reads subject and text part off a mail's HTML.</summary>
/// <remarks>Off its tags, without making a document of them: our own components close whatever they open.</remarks>
internal sealed class MailText
{
    /// <summary>Marks what the text part leaves out.</summary>
    public const string HtmlOnly = "html-only";

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "td", "address",
    };

    // These have no end tag.
    private static readonly HashSet<string> Voids = new(StringComparer.Ordinal) { "br", "meta", "img", "hr", "link" };

    private readonly MailTextWriter _writer = new();
    private readonly StringBuilder _title = new();
    private readonly StringBuilder _linkWords = new();
    private string? _address;
    private bool _inBody;
    private bool _inTitle;
    private int _leftOut;

    private MailText()
    {
    }

    public static (string Subject, string Text) Of(string html)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var text = new MailText();
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token.Type == HtmlTokenType.Character)
                text.Words(token.Data);
            else if (token.Type == HtmlTokenType.StartTag)
                text.Open((HtmlTagToken)token);
            else if (token.Type == HtmlTokenType.EndTag)
                text.Close(token.Name);
        }

        return (MailSubject.Clean(text._title.ToString()), text._writer.Finish());
    }

    private void Words(string words)
    {
        if (_inTitle)
            _title.Append(words);
        else if (_inBody && _leftOut == 0)
            WriteWords(words);
    }

    private void WriteWords(string words)
    {
        _writer.Words(words);
        if (_address is not null)
            _linkWords.Append(words);
    }

    private void Open(HtmlTagToken tag)
    {
        if (_leftOut > 0 || tag.GetAttribute("class").Split(' ').Contains(HtmlOnly))
        {
            _leftOut += Voids.Contains(tag.Name) ? 0 : 1;
            return;
        }

        switch (tag.Name)
        {
            case "title":
                _inTitle = true;
                break;
            case "body":
                _inBody = true;
                break;
            case "br":
                _writer.Line();
                break;
            case "a":
                _address = tag.GetAttribute("href");
                _linkWords.Clear();
                break;
            case var name when Blocks.Contains(name):
                _writer.Begin(name);
                break;
        }
    }

    private void Close(string name)
    {
        if (_leftOut > 0)
        {
            _leftOut--;
            return;
        }

        switch (name)
        {
            case "title":
                _inTitle = false;
                break;
            case "body":
                _inBody = false;
                break;
            case "a":
                _writer.Link(_address ?? "", _linkWords.ToString());
                _address = null;
                break;
            case var block when Blocks.Contains(block):
                _writer.End(block);
                break;
        }
    }
}
