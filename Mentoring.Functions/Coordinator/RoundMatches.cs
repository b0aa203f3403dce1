using Mentoring.Core.Offers;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator.Overview;

namespace Mentoring.Functions.Coordinator;

public sealed record MatchedPerson(string Id, string Name);

/// <param name="State">Of its offer: <c>pending</c>, <c>accepted</c>, <c>declined</c>, <c>expired</c>, <c>withdrawn</c>, or <c>not-offered</c>.</param>
/// <param name="By"><c>matching</c> or <c>coordinator</c>.</param>
public sealed record MatchView(
    MatchedPerson Mentee, MatchedPerson Mentor, long Score, IReadOnlyList<ScorePart> Reasons, string State, string By, string? OfferId, DateTimeOffset? ReplyBy);

/// <param name="Reasons">The coordinator's version.</param>
/// <param name="ToApplicant">What the mentee was told.</param>
/// <param name="WouldHaveMatched">What the reasons speak of, for programs.</param>
/// <param name="State">Where they stand now.</param>
public sealed record UnmatchedView(MatchedPerson Mentee, string Code, IReadOnlyList<string> Reasons, IReadOnlyList<string> ToApplicant, LeastChange WouldHaveMatched, string State);

public sealed record RoundMatches(string RoundId, CrossInstitution CrossInstitution, IReadOnlyList<MatchView> Matches, IReadOnlyList<UnmatchedView> Unmatched)
{
    /// <param name="kept">Of the round's own matching.</param>
    public static RoundMatches Of(RoundBook book, KeptRun kept)
    {
        var run = kept.Run;
        var offers = book.Offers.Values.Where(offer => offer is not Offer.None).OrderBy(offer => Offer.TermsOf(offer)!.MadeAt).ToList();
        var offered = offers.Select(offer => Offer.TermsOf(offer)!).Select(terms => (terms.MenteeId, terms.MentorId)).ToHashSet();
        return new RoundMatches(
            book.Id,
            CrossInstitution.Of(run.Result.Matches),
            [
                .. offers.Select(offer => Of(book, offer)),
                .. run.Result.Matches.Where(match => !offered.Contains((match.MenteeId, match.MentorId))).Select(match => new MatchView(
                    Person(book, match.MenteeId), Person(book, match.MentorId), match.Score, match.Reasons, "not-offered", "matching", null, null)),
            ],
            [.. run.Result.Unmatched.Select(mentee => Of(book, mentee, kept.ReasonFor(mentee)))]);
    }

    public static string StateOf(Offer offer) => offer switch
    {
        Offer.Pending => "pending",
        Offer.Accepted => "accepted",
        Offer.Declined => "declined",
        Offer.Expired => "expired",
        _ => "withdrawn",
    };

    public static string StateOf(MenteeStanding? standing) => standing switch
    {
        MenteeStanding.Waiting => "waiting",
        MenteeStanding.Offered => "offered",
        MenteeStanding.Paired => "paired",
        MenteeStanding.Resting => "resting",
        MenteeStanding.Carried => "carried",
        _ => "finished",
    };

    private static MatchView Of(RoundBook book, Offer offer)
    {
        var terms = Offer.TermsOf(offer)!;
        return new MatchView(
            Person(book, terms.MenteeId), Person(book, terms.MentorId), terms.Score, terms.Reasons, StateOf(offer), terms.ByHand ? "coordinator" : "matching", terms.OfferId,
            (offer as Offer.Pending)?.Reply.Until.Instant);
    }

    private static UnmatchedView Of(RoundBook book, string mentee, UnmatchedReason reason) =>
        new(Person(book, mentee), reason.Code, reason.ToCoordinator, reason.ToApplicant, reason.Change, StateOf(book.Mentees.GetValueOrDefault(mentee)));

    private static MatchedPerson Person(RoundBook book, string id) => new(id, book.NameOf(id));
}
