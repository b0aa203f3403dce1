using System.Text;

namespace Mentoring.Pages.Mails;

/// <summary>Writes blocks of words as plain text: wrapped, with the addresses of a block's links on lines of their own below it.</summary>
internal sealed class MailTextWriter
{
    private const int Width = 76;

    /// <summary>Stands for a break until the block is written; no words hold it.</summary>
    private const char Break = '\u0001';

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _block = new();
    private readonly List<string> _links = [];
    private readonly Stack<int> _numbers = new();
    private string _bullet = "";
    private string _indent = "";
    private bool _gap;

    public void Words(string words)
    {
        foreach (var character in words)
            _block.Append(char.IsControl(character) ? ' ' : character);
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
            case "h1" or "h2" or "h3" or "p" or "dl" or "address":
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
        var lines = _block.ToString().Split(Break);
        _block.Clear();
        foreach (var line in lines)
            Wrap(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        foreach (var link in _links)
            Append(_indent + link);
        _links.Clear();
    }

    private void Wrap(string[] words)
    {
        var line = new StringBuilder();
        foreach (var word in words)
        {
            if (line.Length > 0 && _indent.Length + line.Length + 1 + word.Length > Width)
            {
                AppendIndented(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
            AppendIndented(line.ToString());
    }

    private void AppendIndented(string line)
    {
        Append((_bullet.Length > 0 ? _bullet : _indent) + line);
        _bullet = "";
    }

    private void Append(string line)
    {
        if (_gap && _text.Length > 0)
            _text.Append('\n');
        _gap = false;
        _text.Append(line).Append('\n');
    }
}
