using Mentoring.Core.Offers;
using Mentoring.Core.Rounds;

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
        var accepted = basis.Book.Offers.Values.Select(offer => (Terms: Offer.TermsOf(offer), Accepted: AcceptedOf(offer))).Where(offer => offer.Terms is not null)
            .ToLookup(offer => (offer.Terms!.MenteeId, offer.Terms.MentorId), offer => offer.Accepted);
        var mentorOf = basis.Result.Matches.ToDictionary(match => match.MenteeId, match => match.MentorId, StringComparer.Ordinal);
        var advice = basis.Kept?.Advice ?? RecruitmentAdvice.For(basis.Round, placesOfAMentor);
        var breach = basis.Kept is { } kept ? kept.PassedOver : FairnessReport.FirstBreach(basis.Round);
        return new RoundReport(
            basis.Book.Id, basis.Name, basis.Name == MatchingBases.Recorded ? basis.Book.Matching?.At : null, RoundTotals.Of(basis.Pool, basis.Result),
            FairnessReport.Of(basis.Pool, basis.Result, breach, FactsOf),
            new RecruitmentView(advice.PlacesOfAMentor, advice.Areas, [.. advice.Mentors.Select(place => new PlaceAdviceView(basis.Person(place.MentorId), place.Matches, place.Points))]));

        MenteeFacts? FactsOf(string id) => basis.Book.EntryOf(id) is { } entry
            ? new MenteeFacts(entry.Institution, entry.MembershipGrade, mentorOf.TryGetValue(id, out var mentor) ? accepted[(id, mentor)].FirstOrDefault(answer => answer is not null) : null)
            : null;
    }

    /// <summary>Silence until the end is an answer; an offer that was taken back has none.</summary>
    private static bool? AcceptedOf(Offer offer) => offer switch
    {
        Offer.Accepted => true,
        Offer.Declined or Offer.Expired => false,
        _ => null,
    };
}
