using Mentoring.Core.Offers;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Rounds;

namespace Mentoring.Functions.Coordinator;

/// <param name="Matches">See <see cref="PlaceAdvice"/>.</param>
public sealed record PlaceAdviceView(MatchedPerson Mentor, int Matches, long Points);

/// <param name="PlacesOfAMentor">See <see cref="RecruitmentAdvice"/>.</param>
public sealed record RecruitmentView(int PlacesOfAMentor, IReadOnlyList<AreaAdvice> Areas, IReadOnlyList<PlaceAdviceView> Mentors);

/// <summary>How a matching turned out for whom, and where more mentors would help.</summary>
/// <param name="Basis"><c>round</c>: the recorded matching; <c>waiting</c>: what would come out now.</param>
/// <param name="MatchedAt">Null where it is not recorded.</param>
public sealed record RoundReport(string RoundId, string Basis, DateTimeOffset? MatchedAt, RoundTotals Totals, FairnessReport Fairness, RecruitmentView Recruitment)
{
    /// <param name="placesOfAMentor">The scheme's limit.</param>
    public static RoundReport Of(MatchingBasis basis, int placesOfAMentor)
    {
        var advice = basis.Kept?.Advice ?? RecruitmentAdvice.For(basis.Round, placesOfAMentor);
        return new RoundReport(
            basis.Book.Id, basis.Name, basis.MatchedAt, RoundTotals.Of(basis.Pool, basis.Result),
            basis.Book.Plan is { IsRolling: true } ? AsTheyCame(basis.Book) : OfOneMatching(basis),
            new RecruitmentView(advice.PlacesOfAMentor, advice.Areas, [.. advice.Mentors.Select(place => new PlaceAdviceView(basis.Person(place.MentorId), place.Matches, place.Points))]));
    }

    private static FairnessReport OfOneMatching(MatchingBasis basis)
    {
        var accepted = new Dictionary<(string Mentee, string Mentor), bool>();
        foreach (var offer in basis.Book.Offers.Values)
        {
            if (AcceptedOf(offer) is { } answer && Offer.TermsOf(offer) is { } terms)
                accepted.TryAdd((terms.MenteeId, terms.MentorId), answer);
        }

        var breach = basis.Kept is { } kept ? kept.PassedOver : FairnessReport.FirstBreach(basis.Round);
        return FairnessReport.Of(basis.Pool, basis.Result, breach, FactsOf);

        MenteeFacts? FactsOf(string id, string? mentor) => basis.Book.EntryOf(id) is { } entry
            ? new MenteeFacts(entry.Institution, entry.MembershipGrade, mentor is not null && accepted.TryGetValue((id, mentor), out var answer) ? answer : null)
            : null;
    }

    /// <summary>A mentee's match is the one they accepted, else their latest; one that was taken back is none.</summary>
    private static FairnessReport AsTheyCame(RoundBook book)
    {
        var matches = book.Offers.Values.Where(offer => offer is not Offer.Withdrawn && Offer.TermsOf(offer) is not null)
            .GroupBy(offer => Offer.TermsOf(offer)!.MenteeId, StringComparer.Ordinal)
            .ToDictionary(offers => offers.Key, offers => offers.MaxBy(offer => (offer is Offer.Accepted, Offer.TermsOf(offer)!.MadeAt))!, StringComparer.Ordinal);
        var active = book.Registrations.Where(registration => registration.Value is Registration.Active).Select(registration => (registration.Key, Registration: (Registration.Active)registration.Value)).ToList();
        var everybody = Pool.Of(
            active.Where(one => one.Registration.Entry.Mentee is not null).Select(one => PoolOf.Mentee(one.Key, one.Registration, new WaitingHistory(one.Registration.ReceivedAt, 0, [], StaysForNextRound: false))),
            active.Where(one => one.Registration.Entry.Mentor is not null).Select(one => PoolOf.Mentor(one.Key, one.Registration, 0)));
        return FairnessReport.AsTheyCame(
            everybody,
            mentee => matches.TryGetValue(mentee, out var offer) ? Offer.TermsOf(offer)!.Score : null,
            mentee => book.EntryOf(mentee) is { } entry ? new MenteeFacts(entry.Institution, entry.MembershipGrade, matches.TryGetValue(mentee, out var offer) ? AcceptedOf(offer) : null) : null);
    }

    /// <summary>Silence until the end is an answer; an offer that was taken back has none.</summary>
    private static bool? AcceptedOf(Offer offer) => offer switch
    {
        Offer.Accepted => true,
        Offer.Declined or Offer.Expired => false,
        _ => null,
    };
}
