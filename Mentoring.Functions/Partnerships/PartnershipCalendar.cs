using System.Globalization;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Functions.Partnerships;

/// <summary>The dates of a term as a calendar file. It holds no link: calendars are shown to colleagues, and a link opens a person's own pages.</summary>
internal static class PartnershipCalendar
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <returns>Null where the partnership is not running.</returns>
    public static string? Of(PairView view, Scheme scheme) => view.State switch
    {
        Partnership.Active active => Write(view, active.Term, scheme),
        Partnership.Reviewing reviewing => Write(view, reviewing.Term, scheme),
        _ => null,
    };

    private static string Write(PairView view, Term term, Scheme scheme) =>
        CalendarText.Write($"-//{scheme.Association}//{scheme.Name}//EN", term.StartedAt, [.. Meetings(view, term, scheme), .. Reviews(view, term, scheme)]);

    /// <summary>One a month, however often the scheme advises to meet: they only remind, and the two agree their own days.</summary>
    private static IEnumerable<CalendarDay> Meetings(PairView view, Term term, Scheme scheme)
    {
        var months = view.Pair.TermMonths;
        var start = term.Number == 1 ? LocalInstant.At(term.StartedAt, scheme.TimeZone) : term.Ends.PlusMonths(-months, Noon);
        return Enumerable.Range(1, months - 1).Select(month => Day(
            view, term, $"meeting-{month.ToString(CultureInfo.InvariantCulture)}", start.PlusMonths(month, Noon),
            $"Mentoring: is your next meeting with {view.PartnerName} arranged?",
            $"A reminder, once a month. Our advice is to meet {scheme.Meetings.Frequency}. The mentee arranges the meetings; how often and where is for the two of you to agree."));
    }

    private static IEnumerable<CalendarDay> Reviews(PairView view, Term term, Scheme scheme) =>
    [
        Day(view, term, "interim", term.Interim, "Mentoring: how is it going?", $"{scheme.Name} writes to you both with a few questions."),
        Day(view, term, "end", term.Ends, "Mentoring: the term ends", $"{scheme.Name} asks you both to look back, and whether you want to continue."),
    ];

    private static CalendarDay Day(PairView view, Term term, string what, LocalInstant at, string summary, string description) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{view.Pair.PartnershipId}.{term.Number}.{what}"), DateOnly.FromDateTime(at.Wall), summary, description);
}
