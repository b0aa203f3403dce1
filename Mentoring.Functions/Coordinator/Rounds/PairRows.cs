using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.Reports;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Rounds;

namespace Mentoring.Functions.Coordinator.Rounds;

/// <summary>An offer and what came of it.</summary>
internal static class PairRows
{
    public static PairRow Of(RoundBook book, Offer offer, Scheme scheme)
    {
        var terms = Offer.TermsOf(offer)!;
        var partnership = offer is Offer.Accepted accepted ? book.Partnerships.GetValueOrDefault(accepted.PartnershipId) : null;
        return new PairRow(
            Link(book, terms.MenteeId), Link(book, terms.MentorId), terms.Score, [.. terms.Reasons.Select(reason => (reason.Points, reason.Words))], terms.ByHand,
            RoundMatches.StateOf(offer), partnership is null ? null : RoundExport.StateOf(partnership), Next(offer, partnership), LocalInstant.At(terms.MadeAt, scheme.TimeZone), [.. Actions(offer, partnership)]);
    }

    private static DeskLink Link(RoundBook book, string id) => new(book.NameOf(id), Paths.Person(id));

    private static string? Next(Offer offer, Partnership? partnership) => (offer, partnership) switch
    {
        (Offer.Pending { StoppedAt: not null }, _) => "The email did not arrive; the time to reply stands still.",
        (Offer.Pending pending, _) => $"Reply by {pending.Reply.Until}.",
        (_, Partnership.Agreeing) => "Both sign the agreement.",
        (_, Partnership.Active { Term.InterimOpened: false } active) => $"Interim review on {active.Term.Interim.Date}.",
        (_, Partnership.Active active) => $"Final review on {active.Term.Ends.Date}.",
        (_, Partnership.Reviewing reviewing) => $"Both answer the final review by {reviewing.AnswerBy.Date}.",
        (_, Partnership.Ended ended) => $"Ended: {ImpactTables.Words(ended.Ending.Reason)}.",
        _ => null,
    };

    private static IEnumerable<DeskLink> Actions(Offer offer, Partnership? partnership)
    {
        if (offer is Offer.Pending)
            yield return new DeskLink("Take the offer back", Paths.Offer(Offer.TermsOf(offer)!.OfferId, "withdraw"));
        if (partnership is Partnership.Agreeing or Partnership.Active or Partnership.Reviewing)
            yield return new DeskLink("Give the mentee another mentor", Paths.Partnership(Partnership.PairOf(partnership)!.PartnershipId, "reassign"));
    }
}
