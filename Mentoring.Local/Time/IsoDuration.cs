using System.Globalization;
using System.Text.RegularExpressions;

namespace Mentoring.Local.Time;

/// <summary>ISO 8601 durations such as <c>P10D</c>, <c>P1M</c>, <c>PT36H</c>. Years and months are the calendar's.</summary>
public static partial class IsoDuration
{
    /// <summary>The instant that much later; null where the text is no duration or leads out of the calendar.</summary>
    public static DateTimeOffset? After(DateTimeOffset start, string text)
    {
        var match = Shape().Match(text);
        if (!match.Success) return null;
        try
        {
            return start.ToUniversalTime()
                .AddMonths((12 * Part(match, "years")) + Part(match, "months"))
                .AddDays((7 * Part(match, "weeks")) + Part(match, "days"))
                .Add(new TimeSpan(Part(match, "hours"), Part(match, "minutes"), Part(match, "seconds")));
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static int Part(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^P(?=.)(?:(?<years>[0-9]{1,6})Y)?(?:(?<months>[0-9]{1,6})M)?(?:(?<weeks>[0-9]{1,6})W)?(?:(?<days>[0-9]{1,6})D)?(?:T(?=.)(?:(?<hours>[0-9]{1,6})H)?(?:(?<minutes>[0-9]{1,6})M)?(?:(?<seconds>[0-9]{1,6})S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
