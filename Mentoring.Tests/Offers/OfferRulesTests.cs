using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Time;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Offers;

public class OfferRulesTests
{
    private static readonly Offer.Event Made = new Offer.Event.Made(TheOffer, TenDays);
    private static readonly Offer.Event Accepted = new Offer.Event.WasAccepted(TheOffer, Day(1), "p-1");
    private static readonly Offer.Event Declined = new Offer.Event.WasDeclined(TheOffer, Day(1), null);
    private static readonly Offer.Event Expired = new Offer.Event.HasExpired(TheOffer, Day(11));
    private static readonly Offer.Event Withdrawn = new Offer.Event.WasWithdrawn(TheOffer, Day(1), WithdrawalReason.Coordinator);

    [Fact]
    public void An_offer_is_made_once() => Given.Offer()
        .When(new Offer.Command.Make(TheOffer, TenDays), Start).Then("offer.made")
        .When(new Offer.Command.Make(TheOffer, TenDays), Start).ThenNothing();

    [Fact]
    public void What_was_never_offered_cannot_be_answered() => Given.Offer()
        .When(new Offer.Command.Accept("p-1"), Start).ThenRefused("offer-unknown", RejectionKind.Unknown);

    [Fact]
    [Trait("Requirement", "RA2")]
    public void A_second_click_gives_the_same_answer()
    {
        var story = Given.Offer(Made).When(new Offer.Command.Accept("p-1"), Day(1)).Then("offer.accepted").When(new Offer.Command.Accept("p-2"), Day(20)).ThenNothing();
        Assert.Equal("p-1", story.ThenIs<Offer.Accepted>().PartnershipId);
        Given.Offer(Made).When(new Offer.Command.Decline("Too far away"), Day(1)).Then("offer.declined").When(new Offer.Command.Decline(null), Day(2)).ThenNothing();
        Given.Offer(Made).When(new Offer.Command.Withdraw(WithdrawalReason.MenteeLeft), Day(1)).Then("offer.withdrawn").When(new Offer.Command.Withdraw(WithdrawalReason.Coordinator), Day(2)).ThenNothing();
    }

    [Fact]
    public void A_bounced_offer_waits_until_its_mail_is_out_and_an_answer_counts_as_ever()
    {
        var stopped = Given.Offer(Made).When(new Offer.Command.Bounced(), Day(1)).Then("offer.stopped");
        Assert.Null(Offer.DueAt(stopped.ThenIs<Offer.Pending>()));
        stopped.When(new Offer.Command.Bounced(), Day(2)).ThenNothing().When(new Offer.Command.Tick(), Day(40)).ThenNothing();
        Given.Offer(Made, new Offer.Event.Stopped(Day(1))).When(new Offer.Command.Accept("p-1"), Day(40)).Then("offer.accepted");
        Given.Offer(Made, new Offer.Event.Stopped(Day(1))).When(new Offer.Command.Mailed(TenDays), Day(40)).Then("offer.rescheduled").When(new Offer.Command.Tick(), Day(60)).Then("offer.expired");
        Given.Offer(Made, Accepted).When(new Offer.Command.Bounced(), Day(2)).ThenNothing();
    }

    [Fact]
    public void A_contrary_click_is_refused_and_changes_nothing()
    {
        Given.Offer(Made, Accepted).When(new Offer.Command.Decline(null), Day(2)).ThenRefused("offer-accepted", RejectionKind.Conflict).ThenIs<Offer.Accepted>();
        Given.Offer(Made, Declined).When(new Offer.Command.Accept("p-1"), Day(2)).ThenRefused("offer-declined", RejectionKind.Conflict).ThenIs<Offer.Declined>();
        Given.Offer(Made, Accepted).When(new Offer.Command.Withdraw(WithdrawalReason.Coordinator), Day(2)).ThenRefused("offer-settled", RejectionKind.Conflict);
        Given.Offer(Made, Declined).When(new Offer.Command.Withdraw(WithdrawalReason.Coordinator), Day(2)).ThenRefused("offer-settled", RejectionKind.Conflict);
        Given.Offer(Made, Expired).When(new Offer.Command.Withdraw(WithdrawalReason.Coordinator), Day(12)).ThenRefused("offer-settled", RejectionKind.Conflict);
    }

    [Fact]
    public void A_late_click_is_too_late_whether_the_clock_has_said_so_or_not()
    {
        foreach (var command in new Offer.Command[] { new Offer.Command.Accept("p-1"), new Offer.Command.Decline(null) })
        {
            Given.Offer(Made).When(command, TenDays.Until.Instant.AddTicks(-1)).Then(command is Offer.Command.Accept ? "offer.accepted" : "offer.declined");
            Given.Offer(Made).When(command, TenDays.Until.Instant).ThenRefused("offer-expired", RejectionKind.Gone);
            Given.Offer(Made, Expired).When(command, Day(12)).ThenRefused("offer-expired", RejectionKind.Gone);
            Given.Offer(Made, Withdrawn).When(command, Day(2)).ThenRefused("offer-withdrawn", RejectionKind.Gone);
        }
    }

    [Fact]
    public void An_offer_expires_at_the_date_in_its_mail_even_where_the_clockwork_comes_later()
    {
        var story = Given.Offer(Made).When(new Offer.Command.Tick(), TenDays.Until.Instant.AddSeconds(90)).Then("offer.expired");
        Assert.Equal(TenDays.Until.Instant, story.ThenIs<Offer.Expired>().ExpiredAt);
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public void Silence_is_reminded_of_twice_and_then_ends() => Given.Offer(Made)
        .When(new Offer.Command.Tick(), Day(2)).ThenNothing()
        .When(new Offer.Command.Tick(), Day(4)).Then("offer.reminded")
        .When(new Offer.Command.Tick(), Day(4)).ThenNothing()
        .When(new Offer.Command.Tick(), Day(7)).Then("offer.reminded")
        .When(new Offer.Command.Tick(), TenDays.Until.Instant).Then("offer.expired")
        .When(new Offer.Command.Tick(), Day(30)).ThenNothing();

    [Fact]
    public void Reminders_that_were_missed_are_one()
    {
        var pending = Given.Offer(Made).When(new Offer.Command.Tick(), Day(8)).Then("offer.reminded").When(new Offer.Command.Tick(), Day(8)).ThenNothing().ThenIs<Offer.Pending>();
        Assert.Equal(2, pending.Reply.Reminded);
    }

    [Fact]
    public void Time_to_reply_begins_with_the_mail_and_never_shrinks()
    {
        var later = Countdown.From(Day(2), Zone, 10, [3, 6]);
        Given.Offer(Made).When(new Offer.Command.Mailed(later), Day(2)).Then("offer.rescheduled").When(new Offer.Command.Mailed(TenDays), Day(2)).ThenNothing();
        Given.Offer(Made, Accepted).When(new Offer.Command.Mailed(later), Day(2)).ThenNothing();
    }

    [Fact]
    public void Only_a_pending_offer_waits_for_a_moment()
    {
        Assert.Equal(TenDays.RemindAt[0].Instant, Offer.DueAt(Given.Offer(Made).State));
        Assert.All(new[] { Accepted, Declined, Expired, Withdrawn }, settled => Assert.Null(Offer.DueAt(Given.Offer(Made, settled).State)));
        Assert.All(new[] { Made, Accepted, Declined, Expired, Withdrawn }, happened => Assert.Same(TheOffer, Offer.TermsOf(Given.Offer(Made, happened).State)));
    }
}
