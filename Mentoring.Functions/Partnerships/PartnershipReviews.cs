using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;

namespace Mentoring.Functions.Partnerships;

/// <summary>Which review forms of a partnership can be open. A review that is asked for closes the one asked for before it.</summary>
public static class PartnershipReviews
{
    public static IEnumerable<string> Of(Partnership state) => state switch
    {
        Partnership.Active active => [.. Interim(active.Pair, active.Term), .. Asked(active.Pair, active.Term)],
        Partnership.Reviewing reviewing => [.. Interim(reviewing.Pair, reviewing.Term), .. Asked(reviewing.Pair, reviewing.Term), .. Forms(reviewing.Pair, ReviewKind.Final, reviewing.Term.Number)],
        Partnership.Ended { Term: { } term } ended => Forms(ended.Pair, ReviewKind.Final, term.Number),
        _ => [],
    };

    /// <summary>All that one side can ever have been asked to fill in.</summary>
    public static IEnumerable<string> Ever(Partnership state, Party party) => state switch
    {
        Partnership.Active active => Ever(active.Pair, active.Term, party),
        Partnership.Reviewing reviewing => Ever(reviewing.Pair, reviewing.Term, party),
        Partnership.Ended { Term: { } term } ended => Ever(ended.Pair, term, party),
        _ => [],
    };

    private static IEnumerable<string> Ever(Pair pair, Term term, Party party) =>
    [
        .. from kind in new[] { ReviewKind.Interim, ReviewKind.Final }
           from number in Enumerable.Range(1, term.Number)
           select ReviewForm.IdOf(pair.PartnershipId, kind, number, party),
        .. Enumerable.Range(1, term.Asked).Select(number => ReviewForm.IdOf(pair.PartnershipId, ReviewKind.Asked, number, party)),
    ];

    private static IEnumerable<string> Interim(Pair pair, Term term) => term.InterimOpened ? Forms(pair, ReviewKind.Interim, term.Number) : [];

    private static IEnumerable<string> Asked(Pair pair, Term term) => term.Asked > 0 ? Forms(pair, ReviewKind.Asked, term.Asked) : [];

    private static IEnumerable<string> Forms(Pair pair, ReviewKind kind, int number) =>
        new[] { Party.Mentee, Party.Mentor }.Select(party => ReviewForm.IdOf(pair.PartnershipId, kind, number, party));
}
