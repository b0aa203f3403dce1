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
        var accepted = new Dictionary<(string Mentee, string Mentor), bool>();
        foreach (var offer in basis.Book.Offers.Values)
        {
            if (AcceptedOf(offer) is { } answer && Offer.TermsOf(offer) is { } terms)
                accepted.TryAdd((terms.MenteeId, terms.MentorId), answer);
        }

        var advice = basis.Kept?.Advice ?? RecruitmentAdvice.For(basis.Round, placesOfAMentor);
        var breach = basis.Kept is { } kept ? kept.PassedOver : FairnessReport.FirstBreach(basis.Round);
        return new RoundReport(
            basis.Book.Id, basis.Name, basis.Name == MatchingBases.Recorded ? basis.Book.Matching?.At : null, RoundTotals.Of(basis.Pool, basis.Result),
            FairnessReport.Of(basis.Pool, basis.Result, breach, FactsOf),
            new RecruitmentView(advice.PlacesOfAMentor, advice.Areas, [.. advice.Mentors.Select(place => new PlaceAdviceView(basis.Person(place.MentorId), place.Matches, place.Points))]));

        MenteeFacts? FactsOf(string id, string? mentor) => basis.Book.EntryOf(id) is { } entry
            ? new MenteeFacts(entry.Institution, entry.MembershipGrade, mentor is not null && accepted.TryGetValue((id, mentor), out var answer) ? answer : null)
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
