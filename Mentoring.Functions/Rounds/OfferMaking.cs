using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Rounds;

/// <summary>Makes offers of matches.</summary>
public sealed class OfferMaking(SchemeShell shell, Scheme scheme)
{
    /// <summary>Puts one match to the mentee. Refused where the mentee no longer waits or the mentor has no place left: somebody was quicker.</summary>
    public ValueTask<Outcome> OfferAsync(RoundPlan plan, string offerId, RoundMatch match, Actor by, IWaker waker, CancellationToken cancellation) =>
        shell.CarryOutAsync(plan.Id, by, waker, work => OfferAsync(work, plan, offerId, match, by, cancellation), cancellation);

    /// <summary>The same within a transaction: with whatever else it does, or not at all.</summary>
    public async ValueTask<Rejection?> OfferAsync(Transaction work, RoundPlan plan, string offerId, RoundMatch match, Actor by, CancellationToken cancellation)
    {
        var terms = new OfferTerms(
            offerId, plan.Id, match.MenteeId, match.MentorId, match.MentorPerson, match.Score, match.Reasons, plan.TermMonths, work.Now, ByHand: by == Actor.Coordinator);
        return await KeptApartAsync(work, match, cancellation) ?? await work.AskAsync(new Request.ToOffer(offerId, new Offer.Command.Make(terms, ReplyFrom(work.Now))), cancellation);
    }

    /// <summary>Asked again on the rows themselves: between the matching and its offers somebody may have said that these two must never meet, or a membership may have lapsed.</summary>
    private static async ValueTask<Rejection?> KeptApartAsync(Transaction work, RoundMatch match, CancellationToken cancellation)
    {
        var mentee = await work.StateAsync(Stages.Registrations, match.MenteeId, cancellation) as Registration.Active;
        var mentor = await work.StateAsync(Stages.Registrations, match.MentorId, cancellation) as Registration.Active;
        var apart = mentee?.NeverWith.Contains(match.MentorPerson) == true || (mentee is not null && mentor?.NeverWith.Contains(mentee.Person) == true);
        if (Membership.HoldsBack(mentee?.Membership) || Membership.HoldsBack(mentor?.Membership))
            return new Rejection(Eligibility.MembershipNotInOrder, "The membership of one of them is not in order.");
        return apart ? new Rejection("excluded", "One of them asked, or the coordinator decided, that they are never paired.") : null;
    }

    /// <summary>The time to reply, counted from when the mail goes out.</summary>
    public Countdown ReplyFrom(DateTimeOffset mailed) => scheme.Offers.TimeToReply(mailed, scheme.TimeZone);
}
