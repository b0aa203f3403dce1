using System.Globalization;

namespace Mentoring.Core.Matching.Files;

/// <summary>One line: words apart by blanks or tabs. The first tells what the line is, the others are numbers.</summary>
internal ref struct FileLine
{
    private readonly int number;
    private ReadOnlySpan<char> rest;

    public FileLine(ReadOnlySpan<char> text, int number)
    {
        this.number = number;
        rest = text;
        Kind = NextWord();
    }

    /// <summary>Empty for a blank line.</summary>
    public ReadOnlySpan<char> Kind { get; }

    public readonly bool HasMore => !rest.Trim().IsEmpty;

    public ReadOnlySpan<char> NextWord()
    {
        var begin = 0;
        while (begin < rest.Length && rest[begin] is ' ' or '\t') begin++;
        var end = begin;
        while (end < rest.Length && rest[end] is not (' ' or '\t')) end++;
        var word = rest[begin..end];
        rest = rest[end..];
        return word;
    }

    /// <summary>The next word as a whole number within bounds.</summary>
    public long Next(string what, long least, long most)
    {
        var word = NextWord();
        if (word.IsEmpty) throw Fault($"The {what} is missing.");
        var value = 0L;
        var isNumber = !word.ContainsAnyExceptInRange('0', '9');
        if (isNumber && word.Length <= 18) foreach (var digit in word) value = (value * 10) + (digit - '0');
        else isNumber = isNumber && long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        if (!isNumber || value < least || value > most)
            throw Fault($"The {what} is \"{Shown(word)}\"; allowed are whole numbers from {least} to {most}.");
        return value;
    }

    public int NextPerson(string what, int count)
        => count > 0 ? (int)Next(what, 0, count - 1) : throw Fault($"The {what} is not known: there are none.");

    public readonly void End()
    {
        if (HasMore) throw Fault($"There is more on the line than belongs there: \"{Shown(rest.Trim())}\".");
    }

    public readonly FileFaultException Fault(string fault) => new(number, fault);

    private static string Shown(ReadOnlySpan<char> text) => text.Length > 40 ? $"{text[..40]}…" : text.ToString();
}
