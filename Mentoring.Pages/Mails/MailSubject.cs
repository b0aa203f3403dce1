using System.Globalization;
using System.Text;

namespace Mentoring.Pages.Mails;

/// <summary>Makes a subject one safe line: names in it come from people.</summary>
internal static class MailSubject
{
    private const int Longest = 200;

    public static string Clean(string subject)
    {
        var line = new StringBuilder(subject.Length);
        foreach (var rune in subject.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > Longest)
                break;
            if (IsBreak(rune))
                Space(line);
            else if (!OverridesDirection(rune))
                line.Append(rune.ToString());
        }

        return line.ToString().Trim();
    }

    private static void Space(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }

    private static bool IsBreak(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Embeddings, overrides and isolates could turn the rest of a mail program's list around.</summary>
    private static bool OverridesDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
