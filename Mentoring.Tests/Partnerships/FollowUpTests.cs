using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Tests.Schemes;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Partnerships;

/// <summary>What follows from what: commands to the next stage, mails, wake-ups.</summary>
public class FollowUpTests
{
    private static readonly Lifecycle Lifecycle = new(TestScheme.Small);

    [Fact]
    [Trait("Requirement", "RA1")]
    public void An_offer_is_told_to_the_mentee_alone()
    {
        Assert.Equal([("offer", "mentee")], Mails(new Offer.Event.Made(TheOffer, TenDays)));
        Assert.Equal([("offer-reminder", "mentee")], Mails(new Offer.Event.Reminded(TheOffer, TenDays with { Reminded = 1 })));
        Assert.Empty(After(new Offer.Event.Rescheduled(TenDays)));
    }

    [Fact]
    [Trait("Requirement", "RA6")]
    [Trait("Requirement", "RA7")]
    [Trait("Requirement", "RD1")]
    public void An_acceptance_introduces_both_and_puts_the_agreement_before_them()
    {
        var follows = After(new Offer.Event.WasAccepted(TheOffer, Start, "p-1"));

        Assert.Equal([("introduction", "mentee"), ("introduction", "mentor")], Mails(follows));
        Assert.Contains(new Request.ToMentee("mentee", new MenteeStanding.Command.Pair("o-1", "p-1")), follows);
        Assert.Contains(new Request.ToMentor("mentor", new MentorPlaces.Command.Take("o-1", "p-1")), follows);
        Assert.Contains(new Request.ToPartnership("p-1", new Partnership.Command.Begin(ThePair)), follows);
        var open = Assert.IsType<Agreement.Command.Open>(Assert.Single(follows.OfType<Request.ToAgreement>()).Command);
        Assert.Equal(TheAgreement, open.Terms);
        Assert.Equal(new DateTime(2024, 10, 29, 12, 0, 0, DateTimeKind.Unspecified), open.Time.Until.Wall);
    }

    [Theory]
    [InlineData("declined")]
    [InlineData("expired")]
    [InlineData("withdrawn")]
    [Trait("Requirement", "RA3")]
    [Trait("Requirement", "RA4")]
    public void An_offer_that_comes_to_nothing_frees_the_place_and_is_never_told_to_the_mentor(string how)
    {
        Offer.Event happened = how switch
        {
            "declined" => new Offer.Event.WasDeclined(TheOffer, Start, "Too far"),
            "expired" => new Offer.Event.HasExpired(TheOffer, Start),
            _ => new Offer.Event.WasWithdrawn(TheOffer, Start, WithdrawalReason.MentorUnavailable),
        };
        var follows = After(happened);

        Assert.DoesNotContain(Mails(follows), mail => mail.To == "mentor");
        Assert.Contains(new Request.ToMentor("mentor", new MentorPlaces.Command.Release("o-1", ThenRest: false)), follows);
        Assert.Contains(follows, follow => follow is Request.Rematch { Cause: "o-1" });
        Assert.Contains(new Request.ToMentee("mentee", new MenteeStanding.Command.Return("o-1", how == "withdrawn" ? null : "person-of-mentor", how == "expired" ? ReturnTo.Rest : ReturnTo.WaitingList)), follows);
    }

    [Fact]
    [Trait("Requirement", "RA5")]
    public void Whoever_declines_is_told_where_nobody_else_is_found()
    {
        var rematch = Assert.Single(After(new Offer.Event.WasDeclined(TheOffer, Start, null)).OfType<Request.Rematch>());
        Assert.Equal(new Request.Rematch("o-1", "mentee", MailTemplates.NoSecondMatch), rematch);
        Assert.Equal([("offer-withdrawn", "mentee")], Mails(new Offer.Event.WasWithdrawn(TheOffer, Start, WithdrawalReason.Coordinator)));
        Assert.Empty(Mails(new Offer.Event.WasWithdrawn(TheOffer, Start, WithdrawalReason.MenteeLeft)));
    }

    [Fact]
    [Trait("Requirement", "RD1")]
    public void A_complete_agreement_begins_the_term_and_a_lapsed_one_the_lapse()
    {
        var (mentor, mentee) = (new Signature(Party.Mentor, "Maya Okafor", "2", Start), new Signature(Party.Mentee, "Tom Hughes", "2", Start));
        var activate = Assert.Single(After(new Agreement.Event.Completed(TheAgreement, mentor, mentee, Start)).OfType<Request.ToPartnership>());
        Assert.Equal(new Partnership.Command.Activate(TheTerm), activate.Command);

        Assert.Equal([("agreement-reminder", "mentor")], Mails(new Agreement.Event.Reminded(TheAgreement, TenDays, [Party.Mentor])));
        Assert.Equal(
            [new Request.ToPartnership("p-1", new Partnership.Command.Lapse(MentorSigned: true, MenteeSigned: false))],
            After(new Agreement.Event.HasLapsed(TheAgreement, mentor, Start, Voided: false)));
        Assert.Empty(After(new Agreement.Event.HasLapsed(TheAgreement, mentor, Start, Voided: true)));
        Assert.Empty(After(new Agreement.Event.WasSigned(mentor)));
    }

    [Fact]
    [Trait("Requirement", "RV1")]
    public void Each_review_asks_both()
    {
        (StageEvent Happened, ReviewKind Kind, bool AsksToContinue)[] openings =
        [
            (new Partnership.Event.InterimOpened(ThePair, TheTerm), ReviewKind.Interim, false),
            (new Partnership.Event.FinalOpened(ThePair, TheTerm, AnswerBy), ReviewKind.Final, true),
            (new Partnership.Event.ReviewAsked(ThePair, Party.Mentee, 1, Start), ReviewKind.Asked, false),
        ];
        foreach (var (happened, kind, asks) in openings)
        {
            var forms = After(happened).OfType<Request.ToReview>().Select(request => Assert.IsType<Review.Command.Ask>(request.Command).Form);
            Assert.Equal([Form(kind, Party.Mentee, asks), Form(kind, Party.Mentor, asks)], forms);
        }
    }

    [Fact]
    [Trait("Requirement", "RF7")]
    [Trait("Requirement", "RF8")]
    public void An_early_ending_tells_both_frees_the_place_and_asks_how_it_was()
    {
        var ending = new Ending(EndingReason.Circumstances, Actor.Mentee, Start, null, MentorStays: true, MenteeAgain: true);
        var follows = After(new Partnership.Event.HasEnded(ThePair, TheTerm with { Asked = 1 }, ending));

        Assert.Equal([("partnership-ended", "mentee"), ("partnership-ended", "mentor")], Mails(follows));
        Assert.Contains(new Request.ToMentor("mentor", new MentorPlaces.Command.Release("p-1", ThenRest: false)), follows);
        Assert.Contains(new Request.ToMentee("mentee", new MenteeStanding.Command.Return("p-1", "person-of-mentor", ReturnTo.WaitingList)), follows);
        Assert.Contains(new Request.Rematch("p-1", "mentee", MailTemplates.RematchWaiting), follows);
        var reviews = follows.OfType<Request.ToReview>().ToList();
        Assert.Equal(["p-1.asked.1.mentee", "p-1.asked.1.mentor", "p-1.interim.1.mentee", "p-1.interim.1.mentor"], reviews.Where(review => review.Command is Review.Command.Close).Select(review => review.Id));
        Assert.Equal(["p-1.final.1.mentee", "p-1.final.1.mentor"], reviews.Where(review => review.Command is Review.Command.Ask { Form.AsksToContinue: false }).Select(review => review.Id));
    }

    [Theory]
    [InlineData(EndingReason.Other, null, Actor.Mentee, true)]
    [InlineData(EndingReason.Capacity, "He was rude to me, please help.", Actor.Mentor, true)]
    [InlineData(EndingReason.Capacity, " ", Actor.Mentor, false)]
    [InlineData(EndingReason.Other, null, Actor.Coordinator, false)]
    [Trait("Requirement", "RF7")]
    [Trait("Requirement", "RP12")]
    public void The_coordinator_is_called_where_somebody_may_need_help_after_an_ending_and_reads_the_words_on_the_pages(EndingReason reason, string? comment, Actor by, bool calls)
    {
        var follows = After(new Partnership.Event.HasEnded(ThePair, TheTerm, new Ending(reason, by, Start, comment, MentorStays: true, MenteeAgain: true)));

        var called = follows.OfType<Request.Send>().Where(send => send.Mail.Template == MailTemplates.CoordinatorAttention).ToList();
        Assert.Equal(calls ? 1 : 0, called.Count);
        Assert.All(called, call => Assert.Equal((null, "A partnership ended early. Please see whether anybody needs help."), (call.Mail.To, call.Mail.Note)));
    }

    [Fact]
    public void An_ending_follows_what_both_want_next()
    {
        var follows = After(new Partnership.Event.HasEnded(ThePair, null, new Ending(EndingReason.Capacity, Actor.Mentor, Start, null, MentorStays: false, MenteeAgain: false)));
        Assert.Contains(new Request.ToMentor("mentor", new MentorPlaces.Command.Release("p-1", ThenRest: true)), follows);
        Assert.Contains(new Request.ToMentee("mentee", new MenteeStanding.Command.Return("p-1", "person-of-mentor", ReturnTo.Finish)), follows);
        Assert.Empty(follows.OfType<Request.ToReview>());
        Assert.Equal(new Agreement.Command.Void(), Assert.Single(follows.OfType<Request.ToAgreement>()).Command);

        var completed = After(new Partnership.Event.HasEnded(ThePair, TheTerm, new Ending(EndingReason.Completed, Actor.Clock, Start, null, true, false)));
        Assert.All(completed.OfType<Request.ToReview>(), review => Assert.IsType<Review.Command.Close>(review.Command));
    }

    [Fact]
    public void Whoever_had_signed_is_matched_again_after_a_lapse()
    {
        var follows = After(new Partnership.Event.HasLapsed(ThePair, MentorSigned: false, MenteeSigned: true, Start));
        Assert.Contains(new Request.ToMentor("mentor", new MentorPlaces.Command.Release("p-1", ThenRest: true)), follows);
        Assert.Contains(new Request.ToMentee("mentee", new MenteeStanding.Command.Return("p-1", "person-of-mentor", ReturnTo.WaitingList)), follows);
        Assert.Equal([("agreement-lapsed", "mentee"), ("agreement-lapsed", "mentor")], Mails(follows));
    }

    [Fact]
    public void Good_news_goes_to_both()
    {
        Assert.Equal([("agreement-complete", "mentee"), ("agreement-complete", "mentor")], Mails(new Partnership.Event.Activated(ThePair, TheTerm)));
        Assert.Equal([("partnership-continued", "mentee"), ("partnership-continued", "mentor")], Mails(new Partnership.Event.Continued(ThePair, TheTerm.Next(12))));
        Assert.Empty(After(new Partnership.Event.Began(ThePair)));
        Assert.Empty(After(new Partnership.Event.Wished(Party.Mentor, true)));
    }

    [Fact]
    [Trait("Requirement", "RF3")]
    public void A_review_is_mailed_to_its_own_person_and_a_wish_goes_to_the_partnership()
    {
        Assert.Equal([("review-interim", "mentor")], Mails(new Review.Event.Asked(Form(ReviewKind.Asked, Party.Mentor), TenDays)));
        Assert.Equal([("review-final", "mentee")], Mails(new Review.Event.Asked(Form(ReviewKind.Final, Party.Mentee, true), TenDays)));
        Assert.Equal([("review-reminder", "mentee")], Mails(new Review.Event.Reminded(Form(ReviewKind.Final, Party.Mentee, true), TenDays)));
        Assert.Contains(
            new Request.ToPartnership("p-1", new Partnership.Command.Wish(Party.Mentee, true)),
            After(new Review.Event.Submitted(Form(ReviewKind.Final, Party.Mentee, true), Answers(goOn: true), Start)));
        Assert.Empty(After(new Review.Event.Submitted(Form(ReviewKind.Interim, Party.Mentee), Answers(), Start)));
        Assert.Empty(After(new Review.Event.WentUnanswered(Form(ReviewKind.Interim, Party.Mentee), TenDays.Until)));
    }

    [Fact]
    [Trait("Requirement", "RF10")]
    public void Of_the_reviews_asked_for_only_the_last_can_be_open_and_going_on_closes_the_interim_one()
    {
        Assert.Equal(["p-1.asked.2.mentee", "p-1.asked.2.mentor"], Closed(new Partnership.Event.ReviewAsked(ThePair, Party.Mentor, 3, Start)));
        Assert.Empty(Closed(new Partnership.Event.ReviewAsked(ThePair, Party.Mentor, 1, Start)));
        Assert.Equal(["p-1.interim.1.mentee", "p-1.interim.1.mentor"], Closed(new Partnership.Event.Continued(ThePair, TheTerm.Next(12))));

        var ended = new Partnership.Event.HasEnded(ThePair, TheTerm with { Asked = 45 }, new Ending(EndingReason.Circumstances, Actor.Mentee, Start, null, MentorStays: true, MenteeAgain: false));
        Assert.Equal(["p-1.asked.45.mentee", "p-1.asked.45.mentor", "p-1.interim.1.mentee", "p-1.interim.1.mentor"], Closed(ended));
    }

    private static IEnumerable<string> Closed(StageEvent happened) => After(happened).OfType<Request.ToReview>().Where(to => to.Command is Review.Command.Close).Select(to => to.Id);

    private static IReadOnlyList<Request> After(StageEvent happened) => [.. Lifecycle.After(happened, "subject", Start)];

    private static IEnumerable<(string Template, string? To)> Mails(StageEvent happened) => Mails(After(happened));

    private static IEnumerable<(string Template, string? To)> Mails(IEnumerable<Request> follows) => follows.OfType<Request.Send>().Select(send => (send.Mail.Template, send.Mail.To));
}
