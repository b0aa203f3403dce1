using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Coordinator;

public sealed record OfferCounts(int Pending, int Accepted, int Declined, int Expired, int Withdrawn)
{
    public static OfferCounts Of(IEnumerable<Offer> offers)
    {
        var all = offers.ToList();
        return new OfferCounts(
            all.Count(offer => offer is Offer.Pending), all.Count(offer => offer is Offer.Accepted), all.Count(offer => offer is Offer.Declined),
            all.Count(offer => offer is Offer.Expired), all.Count(offer => offer is Offer.Withdrawn));
    }
}

public sealed record PartnershipCounts(int Agreeing, int Active, int Reviewing, int Ended, int Lapsed)
{
    public static PartnershipCounts Of(IEnumerable<Partnership> partnerships)
    {
        var all = partnerships.ToList();
        return new PartnershipCounts(
            all.Count(one => one is Partnership.Agreeing), all.Count(one => one is Partnership.Active), all.Count(one => one is Partnership.Reviewing),
            all.Count(one => one is Partnership.Ended), all.Count(one => one is Partnership.Lapsed));
    }
}

/// <summary>How many matches are across institutions.</summary>
/// <param name="Share">0 to 1, to three places; null where there is no match.</param>
public sealed record CrossInstitution(int Matches, int Across, double? Share)
{
    public static CrossInstitution Of(IReadOnlyList<RoundMatch> matches)
    {
        var across = matches.Count(match => match.CrossInstitution);
        return new CrossInstitution(matches.Count, across, matches.Count == 0 ? null : Math.Round((double)across / matches.Count, 3));
    }
}

/// <summary>A round in figures.</summary>
/// <param name="Mentors">Registered as mentor; whoever is both counts in both.</param>
/// <param name="Places">Of all mentors in the pool together, free or taken.</param>
/// <param name="CrossInstitution">Of the round's own matching; null before it has run.</param>
public sealed record RoundFigures(
    string RoundId,
    string State,
    DateTimeOffset OpensAt,
    DateTimeOffset? Deadline,
    string? DeadlineLocal,
    string TimeZone,
    int ReviewMonths,
    int Registrations,
    int Mentors,
    int Mentees,
    int Places,
    OfferCounts Offers,
    PartnershipCounts Partnerships,
    int Waiting,
    CrossInstitution? CrossInstitution,
    IReadOnlyList<AttentionPoint> NeedsAttention,
    int CoordinatorActions,
    int RoutineActions)
{
    public static RoundFigures Of(RoundBook book, CrossInstitution? across, IReadOnlyList<AttentionPoint> attention, DateTimeOffset now)
    {
        var facts = RoundFacts.Of(book.Round, now)!;
        var actions = Coordinator.CoordinatorActions.In(book.CoordinatorsEntries);
        return new RoundFigures(
            facts.RoundId, facts.State, facts.OpensAt, facts.Deadline, facts.DeadlineLocal, facts.TimeZone, facts.ReviewMonths,
            book.Registrations.Values.Count(registration => registration is Registration.Active), book.MentorProfiles().Count(), book.MenteeProfiles().Count(),
            book.Mentors.Values.Sum(mentor => mentor is MentorPlaces.Closed ? 0 : MentorPlaces.PlacesOf(mentor)?.Capacity ?? 0),
            OfferCounts.Of(book.Offers.Values), PartnershipCounts.Of(book.Partnerships.Values), book.Waiting().Count(),
            across, attention, actions.All, actions.Routine);
    }
}
