using System.Globalization;
using System.Text;

namespace Mentoring.Core.People;

/// <summary>What people typed, as it may be kept, shown and mailed.</summary>
/// <remarks>
/// Text is never rewritten to make it safe for a page: markup stays text and whoever shows it encodes it. Refused is what has no
/// place in any text: control characters, characters that turn the direction of the words around them, halves of characters.
/// </remarks>
public abstract record CleanText
{
    private CleanText() { }

    /// <param name="Value">Trimmed; lines end with <c>\n</c>.</param>
    public sealed record Fine(string Value) : CleanText;

    /// <summary>Nothing that can be seen.</summary>
    public sealed record Blank : CleanText;

    /// <param name="Reason">Goes on from a subject: "must be at most 120 characters; it has 140".</param>
    public sealed record Refused(string Reason) : CleanText;

    /// <summary>A single line, such as a name or a signature. Line breaks are refused, so that no mail header can be forged.</summary>
    /// <param name="longest">In UTF-16 units, as browsers count <c>maxlength</c>.</param>
    public static CleanText Line(string? typed, int longest) => Check(typed?.Trim() ?? "", longest, breaks: false);

    /// <summary>Text of one or more lines, such as a biography or a comment. Tabs and line breaks may stand in it.</summary>
    /// <param name="longest">In UTF-16 units, a line break counting as one.</param>
    public static CleanText Paragraphs(string? typed, int longest) =>
        Check((typed ?? "").ReplaceLineEndings("\n").Trim(), longest, breaks: true);

    private static CleanText Check(string text, int longest, bool breaks)
    {
        // Most lines are plain and need not be looked at sign by sign.
        if (text.Length > 0 && text.Length <= longest && text[0] != ' ' && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return new Fine(text);

        var seen = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Wrong(rune, breaks) is { } reason)
                return new Refused(reason);
            seen |= !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;
        }

        if (!seen)
            return new Blank();
        if (HasHalves(text))
            return new Refused("must not contain damaged characters; please type it again");
        return text.Length <= longest
            ? new Fine(text)
            : new Refused(string.Create(CultureInfo.InvariantCulture, $"must be at most {longest} characters; it has {text.Length}"));
    }

    private static string? Wrong(Rune rune, bool breaks) => rune.Value switch
    {
        '\n' or '\t' when breaks => null,
        '\n' or '\r' or 0x85 or 0x2028 or 0x2029 => "must be on one line",
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => "must not contain characters that change the direction of writing",
        < 0x20 or (>= 0x7F and <= 0x9F) => "must not contain control characters",
        0xFFFE or 0xFFFF => "must not contain damaged characters; please type it again",
        _ => null,
    };

    // EnumerateRunes shows half a character as U+FFFD, which people may also have typed.
    private static bool HasHalves(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
                index++;
            else if (char.IsSurrogate(text[index]))
                return true;
        }

        return false;
    }
}
