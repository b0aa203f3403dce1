using System.Buffers;
using System.Text;

namespace Mentoring.Pages.Mails;

/// <summary>Writes blocks of words as plain text: wrapped, with the addresses of a block's links on lines of their own below it.</summary>
internal sealed class MailTextWriter
{
    private const int Width = 76;

    /// <summary>Stands for a break until the block is written; no words hold it.</summary>
    private const char Break = '\u0001';

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _block = new();
    private readonly List<string> _links = [];
    private readonly Stack<int> _numbers = new();
    private string _bullet = "";
    private string _indent = "";
    private bool _gap;

    public void Words(string words)
    {
        var start = _block.Length;
        _block.Append(words);
        if (!words.AsSpan().ContainsAny(Controls))
            return;
        for (var index = start; index < _block.Length; index++)
        {
            if (char.IsControl(_block[index]))
                _block[index] = ' ';
        }
    }

    /// <summary>A break that stays a break.</summary>
    public void Line() => _block.Append(Break);

    /// <summary>Notes an address, unless the words show it already.</summary>
    public void Link(string address, string words)
    {
        if (!string.Equals(address, words.Trim(), StringComparison.Ordinal) && address != "mailto:" + words.Trim())
            _links.Add(address.StartsWith("mailto:", StringComparison.Ordinal) ? address["mailto:".Length..] : address);
    }

    public void Begin(string element)
    {
        Flush();
        switch (element)
        {
            case "ul":
                _numbers.Push(-1);
                break;
            case "ol":
                _numbers.Push(0);
                break;
            case "li" when _numbers.TryPop(out var number):
                _numbers.Push(number < 0 ? number : number + 1);
                _bullet = number < 0 ? "- " : $"{number + 1}. ";
                _indent = new string(' ', _bullet.Length);
                break;
        }
    }

    public void End(string element)
    {
        Flush();
        switch (element)
        {
            case "h1" or "h2" or "h3" or "p" or "dl" or "address" or "table":
                _gap = true;
                break;
            case "ul" or "ol":
                _numbers.TryPop(out _);
                _gap = true;
                break;
            case "li":
                (_bullet, _indent) = ("", "");
                break;
        }
    }

    public string Finish()
    {
        Flush();
        return _text.ToString();
    }

    private void Flush()
    {
        if (_block.Length == 0 && _links.Count == 0)
            return;
        var block = _block.ToString();
        _block.Clear();
        foreach (var line in block.AsSpan().Split(Break))
            Wrap(block.AsSpan(line));

        foreach (var link in _links)
        {
            Start(_indent);
            _text.Append(link).Append('\n');
        }

        _links.Clear();
    }

    private void Wrap(ReadOnlySpan<char> words)
    {
        var width = 0;
        while (Next(ref words) is { IsEmpty: false } word)
        {
            if (width > 0 && width + 1 + word.Length <= Width)
            {
                _text.Append(' ').Append(word);
                width += 1 + word.Length;
                continue;
            }

            if (width > 0)
                _text.Append('\n');
            Start(_bullet.Length > 0 ? _bullet : _indent);
            _bullet = "";
            _text.Append(word);
            width = _indent.Length + word.Length;
        }

        if (width > 0)
            _text.Append('\n');
    }

    /// <summary>Takes the next word off; empty where there is none.</summary>
    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> words)
    {
        words = words.TrimStart();
        var end = 0;
        while (end < words.Length && !char.IsWhiteSpace(words[end]))
            end++;
        var word = words[..end];
        words = words[end..];
        return word;
    }

    private void Start(string begins)
    {
        if (_gap && _text.Length > 0)
            _text.Append('\n');
        _gap = false;
        _text.Append(begins);
    }
}
