using System.Globalization;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator.Charts;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>A round in pictures.</summary>
internal sealed class RoundCharts(RoundBook book, Scheme scheme)
{
    /// <summary>All of them, each drawn once for as long as nothing happens that it shows.</summary>
    public static RoundPictures Of(RoundBook book, Scheme scheme)
    {
        var charts = new RoundCharts(book, scheme);
        var people = BookShelf.Once(book.Registrations, () => new PicturesOfPeople(charts.Registrations(), charts.Expertise()));
        return new RoundPictures(people.ByDay, people.ByArea, BookShelf.Once(book.Offers, charts.Offers), BookShelf.Once(book.Partnerships, charts.Partnerships));
    }

    private Chart Registrations()
    {
        // Whoever was carried over from an earlier round is there from the first day.
        var opens = Round.PlanOf(book.Round)?.Opens.Instant ?? DateTimeOffset.MinValue;
        var received = book.Registrations.Values.Select(registration => (At: Registration.ReceivedAtOf(registration), IsMentor: Http.People.EntryOf(registration)?.Mentor is not null))
            .Where(one => one.At is not null).Select(one => (At: one.At!.Value, one.IsMentor)).ToList();
        return Days("registrations", "Registrations by day", $"{Amount.Of(received.Count, "registration")} by the day on which they were received.",
            ("mentors", received.Where(one => one.IsMentor).Select(Counted)), ("mentees only", received.Where(one => !one.IsMentor).Select(Counted)));

        DateTimeOffset Counted((DateTimeOffset At, bool IsMentor) one) => one.At < opens ? opens : one.At;
    }

    private Chart Expertise()
    {
        var entries = book.Registrations.Values.OfType<Registration.Active>().Select(active => active.Entry).ToList();
        var places = Count(entries.Where(entry => entry.Mentor is not null).SelectMany(entry => entry.Mentor!.Offers.Select(area => (area, entry.Mentor.Capacity))));
        var seekers = Count(entries.Where(entry => entry.Mentee is not null).SelectMany(entry => entry.Mentee!.Seeks.Select(area => (area, 1))));
        var areas = scheme.Expertise.Select(area => area.Code).Union(seekers.Keys.Order(StringComparer.Ordinal)).ToList();
        var scarce = areas.Count(area => seekers.GetValueOrDefault(area) > places.GetValueOrDefault(area));
        return new Chart(
            "expertise", "Places against mentees, by area", scarce == 0 ? "Every area has a place for each mentee who seeks it." : $"{Amount.Of(scarce, "area")} with more mentees than places.", "Area",
            [.. areas.Select(scheme.TitleOf)],
            [new("places of mentors who offer it", [.. areas.Select(area => places.GetValueOrDefault(area))]), new("mentees who seek it", [.. areas.Select(area => seekers.GetValueOrDefault(area))])]);
    }

    private Chart Offers()
    {
        var offers = book.Offers.Values.ToList();
        return Days("offers", "Offers and answers by day", $"{Amount.Of(offers.Count(offer => offer is not Offer.None), "offer")}, {Amount.Of(offers.Count(offer => offer is Offer.Accepted), "acceptance")}, by day.",
            ("offers made", offers.Select(Offer.TermsOf).OfType<OfferTerms>().Select(terms => terms.MadeAt)),
            ("accepted", offers.OfType<Offer.Accepted>().Select(offer => offer.AcceptedAt)),
            ("declined", offers.OfType<Offer.Declined>().Select(offer => offer.DeclinedAt)),
            ("expired", offers.OfType<Offer.Expired>().Select(offer => offer.ExpiredAt)));
    }

    private Chart Partnerships()
    {
        var counts = PartnershipCounts.Of(book.Partnerships.Values);
        var completed = book.Partnerships.Values.Count(one => one is Partnership.Ended { Ending.Reason: EndingReason.Completed });
        return new Chart(
            "partnerships", "Partnerships by stage", $"{Amount.Of(book.Partnerships.Count, "partnership")}, {counts.Active} of them running.", "Stage",
            ["Signing the agreement", "Running", "At the final review", "Completed", "Ended early", "Not signed in time"],
            [new("partnerships", [counts.Agreeing, counts.Active, counts.Reviewing, completed, counts.Ended - completed, counts.Lapsed])]);
    }

    private Chart Days(string id, string title, string summary, params IReadOnlyList<(string Name, IEnumerable<DateTimeOffset> Moments)> series)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(scheme.TimeZone);
        var dated = series.Select(one => (one.Name, Days: one.Moments.Select(at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime)).ToList())).ToList();
        var all = dated.SelectMany(one => one.Days).ToList();
        if (all.Count == 0)
            return new Chart(id, title, summary, "Day", [], [.. dated.Select(one => new ChartSeries(one.Name, []))]);
        var span = DaySpan.Over(all.Min(), all.Max());
        return new Chart(id, span.DaysAStep == 1 ? title : title.Replace("by day", "by week", StringComparison.Ordinal), summary, span.DaysAStep == 1 ? "Day" : "Week from",
            [.. span.Starts.Select(day => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture))], [.. dated.Select(one => new ChartSeries(one.Name, span.Counts(one.Days)))]);
    }

    private static Dictionary<string, int> Count(IEnumerable<(string Area, int Number)> numbers) =>
        numbers.AggregateBy(number => number.Area, 0, (sum, number) => sum + number.Number, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}

internal sealed record RoundPictures(Chart Registrations, Chart Expertise, Chart Offers, Chart Partnerships);

internal sealed record PicturesOfPeople(Chart ByDay, Chart ByArea);
