using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Pages.Mails;
using Mentoring.Pages.Partnerships;
using Mentoring.Pages.Registrations;
using Mentoring.Pages;

namespace Mentoring.Tests.Pages;

/// <summary>What a pair reads about working together and about ending it.</summary>
public sealed class PartnershipWordsTests : WordsTests
{
    [Fact]
    [Trait("Requirement", "RD6")]
    public void The_mentoring_plan_is_optional_and_need_not_be_shared() =>
        Says(Partnership(Party.Mentee), "A mentoring plan, with goals, a schedule and how you will finish", "It is optional, and you need not share it with us");

    [Fact]
    [Trait("Requirement", "RD11")]
    public void The_first_meeting_has_its_whole_checklist_on_the_page_and_in_the_mail()
    {
        string[] all =
        [
            "Confidentiality:", "Expectations:", "Limits:", "Frequency:", "Length:", "60 to 90 minutes", "Time:", "Location:", "Agenda:", "Other contact:",
            "how soon you reply, and which times to avoid", "Commitment:", "Losing contact:", "Reviewing:",
        ];
        Says(Partnership(Party.Mentor), all);
        Says<MailModel.AgreementComplete>(all);
    }

    [Theory]
    [InlineData(Party.Mentee, "You, the mentee, make the first contact and arrange the meetings")]
    [InlineData(Party.Mentor, "Your mentee makes the first contact and arranges the meetings")]
    [Trait("Requirement", "RP1")]
    public void The_mentee_makes_the_first_contact_and_arranges_the_meetings(Party role, string words)
    {
        Says(Partnership(role), words);
        Says(Samples.Mails().OfType<MailModel.AgreementComplete>().Single(mail => mail.Party == role), words);
    }

    [Fact]
    [Trait("Requirement", "RP2")]
    [Trait("Requirement", "RP3")]
    public void Meetings_are_about_monthly_in_a_neutral_private_place_as_the_two_agree() =>
        Says(Partnership(Party.Mentor), "meet about once a month, for 60 to 90 minutes each time. Where: a neutral, private room, or online.", "How often, how long, where, and how you keep in contact between meetings is for the two of you to agree");

    [Fact]
    [Trait("Requirement", "RP2")]
    [Trait("Requirement", "RC3")]
    public void What_the_scheme_publishes_about_meetings_is_what_the_pair_reads_everywhere()
    {
        var scheme = Samples.Scheme with { Meetings = new MeetingAdvice("every three to four weeks", "an hour", "mostly online; a visit to each other's laboratory is encouraged", "none") };
        string[] all =
        [
            "meet every three to four weeks, for an hour each time. Where: mostly online; a visit to each other's laboratory is encouraged.",
            "how often you meet; we advise: every three to four weeks.", "how long a meeting takes; we advise: an hour.", "where you meet; we advise: mostly online; a visit",
        ];

        var mail = new MailModel.AgreementComplete(new Letterhead(scheme, Samples.Site, "Tom"), Party.Mentee, Samples.Person, Samples.Noon, Samples.YearLater, Samples.Site);
        var page = Samples.Partnership(Party.Mentee, Samples.Active) with { Scheme = scheme };
        var steps = Samples.Registration(new RegistrationStanding.InPartnership("Maya", Samples.YearLater, "/partnerships/token")) with { Scheme = scheme };

        Says(mail, all);
        Says(page, all);
        Says(steps, "You meet every three to four weeks");
        Assert.All([TextOf(mail), Rendered.Words(page), Rendered.Words(steps)], words => Assert.DoesNotContain("about once a month", words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("Requirement", "RP5")]
    [Trait("Requirement", "RP12")]
    public void Who_loses_contact_or_worries_finds_the_coordinator() =>
        Says(Partnership(Party.Mentee), "Your partner has fallen silent?", "tell Robin Clerk, the coordinator", "robin@example.org", "has a ready ear");

    [Fact]
    [Trait("Requirement", "RF5")]
    [Trait("Requirement", "RF6")]
    public void A_partnership_ends_for_any_of_the_reasons_and_without_blame()
    {
        var page = Rendered.Document(Partnership(Party.Mentor));

        Assert.Equal(
            ["objectives-met", "circumstances", "capacity", "role-change", "other"],
            page.QuerySelectorAll("form[action='/partnerships/token/end'] input[name=reason]").Select(input => input.GetAttribute("value")!));
        Assert.NotNull(page.QuerySelector("input[name=available]"));
        Assert.NotNull(Rendered.Document(Partnership(Party.Mentee)).QuerySelector("input[name=again]"));
        Says(Partnership(Party.Mentor), "nobody is to blame");
        Assert.All(Samples.Mails().OfType<MailModel.PartnershipEnded>().Where(mail => !mail.Completed), mail => Says(mail, "Nobody is to blame"));
    }

    [Fact]
    [Trait("Requirement", "RD9")]
    [Trait("Requirement", "RD12")]
    [Trait("Requirement", "RP4")]
    public void The_partnerships_page_has_contact_details_documents_and_what_each_template_is_for()
    {
        var scheme = Samples.Scheme with
        {
            Documents = [.. Samples.Scheme.Documents, new("first-meeting", "First meeting", "1", "first.md", DocumentDelivery.Link), new("evaluation", "Looking back", "1", "back.md", DocumentDelivery.Link)],
        };
        var model = Samples.Partnership(Party.Mentee, Samples.Active) with { Scheme = scheme };

        Says(
            model, "partner@example.org", "Agreement: what you both sign before a partnership begins", "a template for objectives", "the mentee writes it, and the mentor may help",
            "an agenda for the first meeting, and templates for later agendas and for action points", "a template for looking back together");
        Assert.All(scheme.Documents, document => Assert.NotNull(Rendered.Document(model).QuerySelector($"main a[href='/documents/{document.Code}']")));
    }

    [Fact]
    [Trait("Requirement", "RP11")]
    public void Whoever_took_part_gets_a_certificate_of_thanks_that_names_no_partner()
    {
        Says(Samples.Partnership(Party.Mentor, new PartnershipState.Ended(Samples.Noon, Completed: true, null) { Thanks = "/partnerships/t/thanks" }), "Your certificate of thanks");
        Says(
            new ThanksModel(Samples.Scheme, "Grace Hopper", Party.Mentor, Samples.Noon, Samples.YearLater),
            "Association of Sample Keepers thanks Grace Hopper who took part in Guiding Hands as a mentor, from Monday 30 September 2024 to Tuesday 30 September 2025");
    }

    private PageModel Partnership(Party role) => Samples.Partnership(role, Samples.Active);
}
