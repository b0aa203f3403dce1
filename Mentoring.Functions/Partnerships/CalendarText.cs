using System.Globalization;
using System.Text;

namespace Mentoring.Functions.Partnerships;

/// <summary>A day in a calendar file.</summary>
/// <param name="Uid">The same for the same day in every file, so that a second import changes instead of adding.</param>
internal sealed record CalendarDay(string Uid, DateOnly Date, string Summary, string Description);

/// <summary>Writes all-day entries in the iCalendar format (RFC 5545).</summary>
internal static class CalendarText
{
    public const string ContentType = "text/calendar";

    /// <summary>Octets of a line without its break, at most (RFC 5545, 3.1).</summary>
    private const int LongestLine = 75;

    /// <param name="stamp">When what the file says was decided; the same state gives the same file to the byte.</param>
    public static string Write(string producer, DateTimeOffset stamp, IEnumerable<CalendarDay> days)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", Escape(producer));
        Line(text, "CALSCALE", "GREGORIAN");
        foreach (var day in days)
        {
            Line(text, "BEGIN", "VEVENT");
            Line(text, "UID", Escape(day.Uid));
            Line(text, "DTSTAMP", stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(text, "DTSTART;VALUE=DATE", Date(day.Date));
            Line(text, "DTEND;VALUE=DATE", Date(day.Date.AddDays(1)));
            Line(text, "SUMMARY", Escape(day.Summary));
            Line(text, "DESCRIPTION", Escape(day.Description));
            // A reminder: the day stays free for appointments.
            Line(text, "TRANSP", "TRANSPARENT");
            Line(text, "END", "VEVENT");
        }

        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string words) => words.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folds between characters, never inside one; the space that begins a continued line counts.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
