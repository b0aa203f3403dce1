using System.Globalization;
using System.Numerics;

namespace Mentoring.Local.Hosting.Timers;

/// <summary>One field of a schedule as a set of numbers: <c>*</c>, <c>5</c>, <c>1-5</c>, <c>*/15</c>, <c>MON-FRI</c>, and lists of these.</summary>
/// <remarks>A bit stands for each number from 0 to 59.</remarks>
internal readonly record struct NcrontabField(ulong Bits)
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public bool Has(int number) => ((Bits >> number) & 1) == 1;

    /// <summary>The least number of the set that is at least this one; null where there is none.</summary>
    public int? AtLeast(int number)
    {
        var rest = number > 63 ? 0 : Bits >> number << number;
        return rest == 0 ? null : BitOperations.TrailingZeroCount(rest);
    }

    public int First => BitOperations.TrailingZeroCount(Bits);

    /// <exception cref="FormatException">Names the field, what stands there and what may.</exception>
    public static NcrontabField Parse(string name, string text, int least, int most)
    {
        ulong bits = 0;
        foreach (var item in text.Split(','))
        {
            var (range, step) = item.Split('/') switch
            {
                [var whole] => (whole, 1),
                [var whole, var each] when int.TryParse(each, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => (whole, number),
                _ => throw Fault(),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (least, most),
                [var one] => (Number(one), item.Contains('/', StringComparison.Ordinal) ? most : Number(one)),
                [var first, var last] => (Number(first), Number(last)),
                _ => throw Fault(),
            };
            if (from > to) throw Fault();
            for (var number = from; number <= to; number += step) bits |= 1UL << number;
        }

        return new(bits);

        int Number(string word)
        {
            var index = name switch
            {
                "month" => Array.IndexOf(Months, word.ToUpperInvariant()) + 1,
                "day of week" => Array.IndexOf(Days, word.ToUpperInvariant()) is var day and >= 0 ? day : -1,
                _ => -1,
            };
            if (index > 0 || (index == 0 && name == "day of week")) return index;
            return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw Fault();
        }

        FormatException Fault() => new($"The {name} of a schedule is '{text}'; it must be numbers from {least} to {most}, ranges (a-b), steps (*/n) or a list of these.");
    }
}
