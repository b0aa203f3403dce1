using System.Net;
using System.Text;

namespace Mentoring.Pages.Mails;

/// <summary>Reads subject and text part off a mail's HTML.</summary>
/// <remarks>
/// Reads only what our own components write, which is why no parser is asked, whose work was half of a mail's: whatever is opened
/// is closed, attributes stand in double quotes, and what people typed is encoded, so a less-than sign always begins a tag.
/// </remarks>
internal sealed class MailText
{
    /// <summary>Marks what the text part leaves out.</summary>
    public const string HtmlOnly = "html-only";

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "td", "address",
    };

    // These have no end tag.
    private static readonly HashSet<string> Voids = new(StringComparer.Ordinal) { "!DOCTYPE", "br", "meta", "img", "hr", "link" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsBlock = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsVoid = Voids.GetAlternateLookup<ReadOnlySpan<char>>();

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
        var text = new MailText();
        var rest = html.AsSpan();
        for (int start; (start = rest.IndexOf('<')) >= 0;)
        {
            text.Words(rest[..start]);
            var end = start + EndOf(rest[start..]);
            text.Tag(rest[(start + 1)..end]);
            rest = rest[(end + 1)..];
        }

        return (MailSubject.Clean(text._title.ToString()), text._writer.Finish());
    }

    /// <summary>Where the tag ends: a greater-than sign in quotes belongs to a value.</summary>
    private static int EndOf(ReadOnlySpan<char> tag)
    {
        for (var index = 0; tag[index..].IndexOfAny('"', '>') is >= 0 and var next;)
        {
            index += next;
            if (tag[index] == '>')
                return index;
            var value = tag[(index + 1)..].IndexOf('"');
            if (value < 0)
                break;
            index += value + 2;
        }

        throw new FormatException("A tag of a mail does not end.");
    }

    private void Words(ReadOnlySpan<char> encoded)
    {
        if (encoded.IsEmpty || _leftOut > 0 || !(_inTitle || _inBody))
            return;
        var words = WebUtility.HtmlDecode(encoded.ToString());
        if (_inTitle)
        {
            _title.Append(words);
            return;
        }

        _writer.Words(words);
        if (_address is not null)
            _linkWords.Append(words);
    }

    private void Tag(ReadOnlySpan<char> tag)
    {
        if (tag[0] == '/')
        {
            Close(tag[1..]);
            return;
        }

        var blank = tag.IndexOfAny(' ', '/');
        Open(blank < 0 ? tag : tag[..blank], blank < 0 ? [] : tag[blank..]);
    }

    private void Open(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes)
    {
        if (_leftOut > 0 || IsHtmlOnly(Value(attributes, "class")))
        {
            _leftOut += IsVoid.Contains(name) ? 0 : 1;
            return;
        }

        switch (name)
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
                _address = WebUtility.HtmlDecode(Value(attributes, "href").ToString());
                _linkWords.Clear();
                break;
            default:
                if (IsBlock.TryGetValue(name, out var block))
                    _writer.Begin(block);
                break;
        }
    }

    private void Close(ReadOnlySpan<char> name)
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
            default:
                if (IsBlock.TryGetValue(name, out var block))
                    _writer.End(block);
                break;
        }
    }

    private static bool IsHtmlOnly(ReadOnlySpan<char> classes)
    {
        foreach (var each in classes.Split(' '))
        {
            if (classes[each] is HtmlOnly)
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> attributes, ReadOnlySpan<char> name)
    {
        for (int quote; (quote = attributes.IndexOf("=\"")) >= 0;)
        {
            var value = attributes[(quote + 2)..];
            var end = value.IndexOf('"');
            if (attributes[..quote].TrimStart().SequenceEqual(name))
                return value[..end];
            attributes = value[(end + 1)..];
        }

        return [];
    }
}
