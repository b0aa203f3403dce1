using System.Globalization;
using System.Text;

namespace Mentoring.Local.Simulation;

/// <summary>The year's figures as text, for the screen and for the report's file.</summary>
public static class YearReport
{
    public static string Of(YearFigures year)
    {
        var text = new StringBuilder();
        Line(text, "registrations", $"{year.Registrations} ({year.Mentees} mentees, {year.Mentors} mentors with {year.Places} places)");
        Line(text, "pairs introduced", $"{year.Pairs} ({year.CrossInstitution:P0} between different institutions)");
        Line(text, "offers", $"{year.Offers} ({Listed(year.OffersByOutcome)})");
        Line(text, "acceptance", year.Offers == 0 ? "no offers" : $"{year.Pairs / (double)year.Offers:P0} of offers");
        Line(text, "offers per mentee", year.MenteesOffered == 0 ? "no offers" : $"{year.Offers / (double)year.MenteesOffered:F2}");
        Line(text, year.IsRolling ? "joining to introduction" : "deadline to introduction", Days(year.DaysToIntroduction));
        Line(text, "reached their final review", $"{year.ReachedFinalReview}");
        Line(text, "endings", Listed(year.Endings));
        Line(text, "waiting list at the end", $"{year.WaitingAtEnd}");
        Line(text, "mails", $"{year.Mails.Values.Sum()}");
        foreach (var (template, count) in year.Mails)
            Line(text, "  " + template, $"{count}");
        Line(text, "answers refused", Listed(year.Refused));
        Line(text, "coordinator actions", $"{year.CoordinatorActions}");
        Line(text, "took", $"{year.Took.TotalSeconds:F1} s");
        return text.ToString();
    }

    private static string Days(IReadOnlyList<double> days) =>
        days.Count == 0 ? "nobody was introduced" : string.Create(CultureInfo.InvariantCulture, $"median {days[days.Count / 2]:F1} days, longest {days[^1]:F1} days");

    private static string Listed(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}")));

    private static void Line(StringBuilder text, string name, FormattableString value) => Line(text, name, value.ToString(CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append(name.PadRight(28)).Append(value).Append('\n');
}
