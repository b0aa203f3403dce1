using System.Globalization;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator.Rounds;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>Tells how a round goes.</summary>
public sealed class RoundCourses(Scheme scheme, TimeProvider time)
{
    public RoundCourse Of(RoundBook book)
    {
        var pictures = RoundCharts.Of(book, scheme);
        return new RoundCourse(SummaryOf(book), [.. Steps(book)], Done(book), pictures.Registrations, pictures.Expertise, pictures.Offers, pictures.Partnerships);
    }

    /// <summary>The state follows the clock; all figures follow from the book.</summary>
    public RoundSummary SummaryOf(RoundBook book) => book.Once(() => Count(book)) with { State = RoundFacts.StateOf(book.Round, time.GetUtcNow()) };

    private static RoundSummary Count(RoundBook book)
    {
        var (offers, pairs) = (OfferCounts.Of(book.Offers.Values), PartnershipCounts.Of(book.Partnerships.Values));
        return new RoundSummary(
            book.Id, "", book.Plan?.Opens, book.Plan?.Closes,
            book.Registrations.Values.Count(registration => registration is Registration.Active), book.MentorProfiles().Count(), book.MenteeProfiles().Count(),
            book.Mentors.Values.Sum(mentor => mentor is MentorPlaces.Closed ? 0 : MentorPlaces.PlacesOf(mentor)?.Capacity ?? 0),
            Counted(("pending", offers.Pending), ("accepted", offers.Accepted), ("declined", offers.Declined), ("expired", offers.Expired), ("withdrawn", offers.Withdrawn)),
            Counted(("agreeing", pairs.Agreeing), ("active", pairs.Active), ("reviewing", pairs.Reviewing), ("ended", pairs.Ended), ("lapsed", pairs.Lapsed)),
            book.Waiting().Count());
    }

    private static List<(string State, int Count)> Counted(params IReadOnlyList<(string State, int Count)> counts) => [.. counts.Where(count => count.Count > 0)];

    /// <summary>Offers out of the round's own matching: those by hand and those after it are not what it waits for.</summary>
    private static (int Made, int All)? Done(RoundBook book) => book.Round switch
    {
        Round.Closed => (0, 0),
        Round.Matched matched => (book.Offers.Keys.Count(id => id.StartsWith(matched.Matching.Run + "-", StringComparison.Ordinal)), matched.Matching.Pairs),
        _ => null,
    };

    private IEnumerable<RoundStepRow> Steps(RoundBook book)
    {
        var steps = book.Plan!.IsRolling ? RollingSteps(book.Plan) : StepsToTheEnd(book, book.Plan);
        var current = Array.FindIndex(steps, step => !step.Done);
        return steps.Select((step, place) => new RoundStepRow(step.What, step.When, step.Done ? "done" : place == current ? "now" : "next"));
    }

    private (string What, string When, bool Done)[] StepsToTheEnd(RoundBook book, RoundPlan plan)
    {
        var now = time.GetUtcNow();
        var ended = book.Partnerships.Count > 0 && book.Partnerships.Values.All(one => one is Partnership.Ended or Partnership.Lapsed);
        var answered = book.Offers.Count > 0 && book.Offers.Values.All(offer => offer is not Offer.Pending);
        return
        [
            ("Registration opens", plan.Opens.WordsIn(scheme.TimeZone), plan.Opens.HasPassed(now)),
            ("Registration closes", plan.Deadline.WordsIn(scheme.TimeZone), plan.Deadline.HasPassed(now)),
            ("Everybody is matched", book.Matching is { } record ? string.Create(CultureInfo.InvariantCulture, $"{record.Pairs} of {record.Mentees} mentees have a match.") : "By itself, within minutes of the deadline.", book.Matching is not null),
            ("Everybody is written to", book.Round is Round.Announced announced ? LocalInstant.At(announced.AnnouncedAt, scheme.TimeZone).ToString() : "By itself, right after that.", book.Round is Round.Announced),
            ("Mentees answer", TimeToAnswer, answered),
            ("Pairs work together", TimeTogether(plan), ended),
        ];
    }

    /// <summary>All at the same time, and without an end.</summary>
    private (string What, string When, bool Done)[] RollingSteps(RoundPlan plan) =>
    [
        ("Registration opens", plan.Opens.WordsIn(scheme.TimeZone), plan.Opens.HasPassed(time.GetUtcNow())),
        ("Everybody is matched", "By itself, as soon as there is somebody for them." + (scheme.Intake == Intake.Rolling ? " Registration stays open." : " Nobody new registers here."), false),
        ("Mentees answer", TimeToAnswer, false),
        ("Pairs work together", TimeTogether(plan), false),
    ];

    private string TimeToAnswer => $"Each has {Amount.Days(scheme.Offers.ReplyDays)}.";

    private static string TimeTogether(RoundPlan plan) => string.Create(CultureInfo.InvariantCulture, $"{plan.TermMonths} months, with a review on the way and at the end.");
}
