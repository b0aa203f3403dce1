using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Functions.Keeping;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Keeping;

public sealed class EndsTests
{
    [Fact]
    public void An_offer_that_waits_for_an_answer_runs_and_one_whose_mail_did_not_arrive_ended_then()
    {
        var pending = new Offer.Pending(TheOffer, TenDays);

        Assert.Null(Ends.Of(pending));
        Assert.Equal(Day(2), Ends.Of(pending with { StoppedAt = Day(2) }));
    }

    [Fact]
    public void An_offer_ended_when_it_was_settled() => Assert.All(
        (Offer[])[new Offer.Accepted(TheOffer, Day(3), "p-1"), new Offer.Declined(TheOffer, Day(3), null), new Offer.Expired(TheOffer, Day(3)), new Offer.Withdrawn(TheOffer, Day(3), WithdrawalReason.Coordinator)],
        offer => Assert.Equal(Day(3), Ends.Of(offer)));

    [Fact]
    public void A_partnership_runs_until_it_has_ended_or_lapsed()
    {
        Assert.All((Partnership[])[new Partnership.Agreeing(ThePair), new Partnership.Active(ThePair, TheTerm), new Partnership.Reviewing(ThePair, TheTerm, AnswerBy, new Wishes(null, null))], running => Assert.Null(Ends.Of(running)));
        Assert.Equal(Day(5), Ends.Of(new Partnership.Lapsed(ThePair, Day(5))));
    }
}
