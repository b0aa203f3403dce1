using Mentoring.Core.Time;

namespace Mentoring.Core.Partnerships;

/// <summary>The dates of a term, told to both when it begins.</summary>
/// <param name="Number">1 for the first, one more each time both go on.</param>
/// <param name="StartedAt">Start of the first term.</param>
/// <param name="InterimAfterMonths">1 to the term less 1.</param>
/// <param name="Asked">How many reviews outside the calendar were asked for, in this term and those before it.</param>
public sealed record Term(int Number, DateTimeOffset StartedAt, LocalInstant Interim, LocalInstant Ends, int InterimAfterMonths, bool InterimOpened, int Asked)
{
    private static readonly TimeOnly Noon = new(12, 0);

    public static Term First(DateTimeOffset start, string zone, int months, int interimAfterMonths) =>
        From(1, start, zone, months, interimAfterMonths, asked: 0);

    /// <summary>The term after this one; it begins where this one ends.</summary>
    public Term Next(int months) => From(Number + 1, StartedAt, Ends.Zone, months, InterimAfterMonths, Asked);

    /// <summary>Months count from the day of the start: a short month on the way takes no days from later terms.</summary>
    private static Term From(int number, DateTimeOffset started, string zone, int months, int interimAfterMonths, int asked)
    {
        var start = LocalInstant.At(started, zone);
        var before = months * (number - 1);
        return new(number, started, start.PlusMonths(before + interimAfterMonths, Noon), start.PlusMonths(before + months, Noon), interimAfterMonths, InterimOpened: false, asked);
    }
}
