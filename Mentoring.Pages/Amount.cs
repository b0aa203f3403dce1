using System.Globalization;

namespace Mentoring.Pages;

/// <summary>A number of things, in words: <c>1 day</c>, <c>12 days</c>.</summary>
public static class Amount
{
    public static string Days(int count) => Of(count, "day");

    public static string Months(int count) => Of(count, "month");

    /// <summary>In weeks where they are whole.</summary>
    public static string WeeksOrDays(int days) => days % 7 == 0 ? Of(days / 7, "week") : Days(days);

    /// <param name="one">A word whose plural ends in s.</param>
    public static string Of(long count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
