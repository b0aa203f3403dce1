using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.People;
using static Mentoring.Tests.Partnerships.Sample;

namespace Mentoring.Tests.Agreements;

public class AgreementRulesTests
{
    private static readonly Agreement.Event Opened = new Agreement.Event.Opened(TheAgreement, TenDays);

    [Fact]
    [Trait("Requirement", "RD1")]
    public void Both_sign_in_either_order_and_only_then_it_is_complete()
    {
        foreach (var first in new[] { Party.Mentor, Party.Mentee })
        {
            var complete = Given.Agreement(Opened)
                .When(Sign(first), Day(1)).Then("agreement.signed")
                .When(Sign(first.Other()), Day(2)).Then("agreement.signed", "agreement.completed")
                .ThenIs<Agreement.Complete>();

            Assert.Equal((Party.Mentor, "Name of mentor", "2"), (complete.Mentor.By, complete.Mentor.Name, complete.Mentor.Version));
            Assert.Equal((Party.Mentee, "Name of mentee", "2"), (complete.Mentee.By, complete.Mentee.Name, complete.Mentee.Version));
            Assert.Equal(Day(2), complete.CompletedAt);
        }
    }

    [Fact]
    public void It_is_opened_once() => Given.Agreement()
        .When(new Agreement.Command.Open(TheAgreement, TenDays), Start).Then("agreement.opened")
        .When(new Agreement.Command.Open(TheAgreement, TenDays), Start).ThenNothing();

    [Fact]
    public void What_was_never_opened_cannot_be_signed() => Given.Agreement().When(Sign(Party.Mentor), Start).ThenRefused("agreement-unknown", RejectionKind.Unknown);

    [Fact]
    public void A_second_click_with_the_same_name_is_the_same_signature() => Given.Agreement(Opened)
        .When(Sign(Party.Mentee), Day(1)).Then("agreement.signed")
        .When(Sign(Party.Mentee), Day(2)).ThenNothing()
        .When(Sign(Party.Mentor), Day(3)).Then("agreement.signed", "agreement.completed")
        .When(Sign(Party.Mentor), Day(40)).ThenNothing()
        .When(Sign(Party.Mentee), Day(40)).ThenNothing();

    [Fact]
    public void Another_name_does_not_replace_a_signature() => Given.Agreement(Opened)
        .When(Sign(Party.Mentee), Day(1)).Then("agreement.signed")
        .When(Sign(Party.Mentee, "Somebody Else"), Day(2)).ThenRefused("agreement-signed", RejectionKind.Conflict)
        .When(Sign(Party.Mentor), Day(3)).Then("agreement.signed", "agreement.completed")
        .When(Sign(Party.Mentor, "Somebody Else"), Day(4)).ThenRefused("agreement-signed", RejectionKind.Conflict);

    [Fact]
    public void A_late_signature_is_too_late_whether_the_clock_has_said_so_or_not()
    {
        var over = TenDays.Until.Instant;
        Given.Agreement(Opened).When(Sign(Party.Mentor), over.AddTicks(-1)).Then("agreement.signed");
        Given.Agreement(Opened).When(Sign(Party.Mentor), over).ThenRefused("agreement-lapsed", RejectionKind.Gone)
            .When(new Agreement.Command.Tick(), over).Then("agreement.lapsed")
            .When(Sign(Party.Mentor), over).ThenRefused("agreement-lapsed", RejectionKind.Gone);
        Given.Agreement(Opened).When(Sign(Party.Mentor), Day(1)).When(Sign(Party.Mentee), over).ThenRefused("agreement-lapsed", RejectionKind.Gone);
    }

    [Fact]
    [Trait("Requirement", "RD1")]
    [Trait("Requirement", "B13")]
    public void Whoever_has_not_signed_is_chased_until_it_lapses()
    {
        var story = Given.Agreement(Opened).When(new Agreement.Command.Tick(), Day(4)).Then("agreement.reminded");
        Assert.Equal([Party.Mentor, Party.Mentee], Assert.IsType<Agreement.Event.Reminded>(Assert.Single(story.Events)).Missing);

        story.When(Sign(Party.Mentor), Day(5)).When(new Agreement.Command.Tick(), Day(5)).ThenNothing().When(new Agreement.Command.Tick(), Day(7)).Then("agreement.reminded");
        Assert.Equal([Party.Mentee], Assert.IsType<Agreement.Event.Reminded>(Assert.Single(story.Events)).Missing);

        var lapsed = story.When(new Agreement.Command.Tick(), Day(11)).Then("agreement.lapsed").When(new Agreement.Command.Tick(), Day(12)).ThenNothing().ThenIs<Agreement.Lapsed>();
        Assert.Equal(Party.Mentor, lapsed.Signed?.By);
    }

    [Fact]
    public void It_is_void_when_the_partnership_ends_before_it_began()
    {
        Given.Agreement(Opened).When(new Agreement.Command.Void(), Day(1)).Then("agreement.voided").When(new Agreement.Command.Void(), Day(1)).ThenNothing();
        Given.Agreement(Opened).When(Sign(Party.Mentor), Day(1)).When(new Agreement.Command.Void(), Day(2)).Then("agreement.voided");
        Given.Agreement(Opened).When(Sign(Party.Mentor), Day(1)).When(Sign(Party.Mentee), Day(1)).When(new Agreement.Command.Void(), Day(2)).ThenNothing().ThenIs<Agreement.Complete>();
    }

    [Fact]
    public void Signatures_are_found_by_side()
    {
        var half = Given.Agreement(Opened).When(Sign(Party.Mentor), Day(1)).State;
        Assert.Equal("Name of mentor", Agreement.SignatureOf(half, Party.Mentor)?.Name);
        Assert.Null(Agreement.SignatureOf(half, Party.Mentee));
        Assert.Equal(TenDays.NextAt, Agreement.DueAt(half));
        var complete = Given.Agreement(Opened).When(Sign(Party.Mentor), Day(1)).When(Sign(Party.Mentee), Day(1)).State;
        Assert.Equal("Name of mentee", Agreement.SignatureOf(complete, Party.Mentee)?.Name);
        Assert.Null(Agreement.DueAt(complete));
        Assert.Same(TheAgreement, Agreement.TermsOf(complete));
        var lapsed = Given.Agreement(Opened).When(Sign(Party.Mentee), Day(1)).When(new Agreement.Command.Tick(), Day(20)).State;
        Assert.Equal("Name of mentee", Agreement.SignatureOf(lapsed, Party.Mentee)?.Name);
        Assert.Null(Agreement.SignatureOf(lapsed, Party.Mentor));
    }

    private static Agreement.Command Sign(Party by, string? name = null) => new Agreement.Command.Sign(by, name ?? "Name of " + by.Code());
}
