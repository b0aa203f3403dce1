using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Mails;
using Mentoring.Pages.Offers;
using Mentoring.Pages.Partnerships;
using Mentoring.Pages.Registrations;
using Mentoring.Pages.Schemes;

namespace Mentoring.Tests.Pages;

/// <summary>Requirements that are met by words which people read.</summary>
public sealed class RequirementWordsTests
{
    private readonly Samples _samples = new();

    [Fact]
    [Trait("Requirement", "RE3")]
    [Trait("Requirement", "RE6")]
    public void The_form_warns_of_the_commitment_asks_only_for_skills_and_time_and_wants_it_declared()
    {
        Says(Form, "Think about the commitment", "Please register only if you can give it", "skills to pass on, and the time and commitment", "You need not be senior", "I have thought about the commitment");
        Assert.NotNull(Rendered.Document(Form).QuerySelector("input[name=commitment][required]"));
    }

    [Fact]
    [Trait("Requirement", "RE4")]
    public void A_mentee_is_asked_for_the_objectives_they_set_for_themselves() =>
        Says(Form, "The specific objectives you set for yourself");

    [Fact]
    [Trait("Requirement", "RE7")]
    [Trait("Requirement", "RE9")]
    public void The_window_is_published_in_local_words() =>
        Says(Form, "Register by noon on Monday 30 September 2024", "when your form reaches us", "Mentors and mentees share this one window, which opened on Wednesday 4 September 2024");

    [Fact]
    [Trait("Requirement", "RE8")]
    public void The_closed_page_gives_the_enquiry_address() =>
        Says(new RegistrationClosedModel(_samples.Scheme, Samples.Noon, null, WasLate: true), "noon on Monday 30 September 2024", "when a form is received", "robin@example.org");

    [Fact]
    [Trait("Requirement", "RE11")]
    public void Handbook_and_Code_of_Conduct_are_linked_to_read_before_the_form_begins()
    {
        var page = Rendered.Document(Form);
        var before = page.QuerySelector("section[aria-labelledby=before]")!;

        Assert.Equal(["/documents/handbook", "/documents/code-of-conduct"], before.QuerySelectorAll("a[href^='/documents']").Select(link => link.GetAttribute("href")!));
        Assert.True(before.CompareDocumentPosition(page.QuerySelector("form")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
        Says(Form, "Read these first", "Handbook (version 3)", "Code of Conduct (version 2)");
    }

    [Fact]
    [Trait("Requirement", "RE12")]
    public void The_acknowledgement_advises_on_junk_folders_and_allowed_senders() =>
        Says<MailModel.RegistrationReceived>("We have received your registration as a mentor and as a mentee", "junk folder", "allow emails from robin@example.org");

    [Fact]
    [Trait("Requirement", "RE13")]
    public void Form_and_acknowledgement_say_that_a_match_is_not_guaranteed()
    {
        Says(Form, "a match is not guaranteed");
        Says<MailModel.RegistrationReceived>("A match is not guaranteed");
    }

    [Fact]
    [Trait("Requirement", "RA5")]
    public void Who_declined_is_told_when_a_second_match_is_not_possible()
    {
        Says(_samples.Offer(new OfferState.Declined()), "A second match may not be possible", "the mentor is not told");
        Says<MailModel.NoSecondMatch>("a second match is not possible at the moment");
    }

    [Fact]
    [Trait("Requirement", "RA12")]
    public void Who_is_not_matched_gets_an_apology_the_reason_and_an_invitation_to_stay() =>
        Says<MailModel.RoundUnmatched>("We are sorry", "You seek career planning most", "We invite you to stay", "keep you for the next round too, or take yourself off the list");

    [Fact]
    [Trait("Requirement", "RA13")]
    public void Both_are_told_on_what_basis_the_match_was_made()
    {
        Says<MailModel.Offer>("Why we think it fits", "You seek career planning most, and they offer it");
        Assert.All(_samples.Mails().OfType<MailModel.Introduction>(), mail => Says(mail, "Why we think it fits", "You seek career planning most, and they offer it"));
        Says(_samples.Offer(new OfferState.Pending(Samples.Noon)), "Why we think it fits", "You seek what they offer");
    }

    [Fact]
    [Trait("Requirement", "RA14")]
    public void Offer_and_introduction_carry_period_documents_help_and_confidentiality()
    {
        string[] all = ["about 12 months", "Tuesday 30 September 2025", "https://mentoring.example.org/documents/handbook", "(also attached to this email)", "If something does not work", "020 7946 0018", "stays between you"];
        Says<MailModel.Offer>(all);
        Assert.All(_samples.Mails().OfType<MailModel.Introduction>(), mail => Says(mail, all));
    }

    [Fact]
    [Trait("Requirement", "RA6")]
    public void The_introduction_gives_each_the_others_contact() =>
        Assert.All(_samples.Mails().OfType<MailModel.Introduction>(), mail => Says(mail, "Email: partner@example.org"));

    [Fact]
    [Trait("Requirement", "RA1")]
    public void The_offer_gives_no_way_to_reach_the_mentor()
    {
        Assert.DoesNotContain("partner@example.org", TextOf(_samples.Mails().OfType<MailModel.Offer>().First() with { Mentor = _samples.Person with { Email = null } }), StringComparison.Ordinal);
        Assert.DoesNotContain("partner@example.org", Rendered.Words(_samples.Offer(new OfferState.Pending(Samples.Noon)) with { Mentor = _samples.Person }), StringComparison.Ordinal);
    }

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
            "Confidentiality:", "Expectations:", "Limits:", "Frequency:", "Length:", "60–90 min", "Time:", "Location:", "Agenda:", "Other contact:",
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
        Says(_samples.Mails().OfType<MailModel.AgreementComplete>().Single(mail => mail.Party == role), words);
    }

    [Fact]
    [Trait("Requirement", "RP2")]
    [Trait("Requirement", "RP3")]
    public void Meetings_are_about_monthly_in_a_neutral_private_place_as_the_two_agree() =>
        Says(Partnership(Party.Mentor), "Meet about once a month, in a neutral and private place or online", "How often, how long, where, and how you keep in contact between meetings is for the two of you to agree");

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
        Assert.All(_samples.Mails().OfType<MailModel.PartnershipEnded>().Where(mail => !mail.Completed), mail => Says(mail, "Nobody is to blame"));
    }

    [Fact]
    [Trait("Requirement", "RV1")]
    public void There_are_four_review_forms() => Assert.Equal(4, (
        from kind in (ReviewKind[])[ReviewKind.Interim, ReviewKind.Final]
        from party in Enum.GetValues<Party>()
        select string.Join('|', ReviewQuestions.For(kind, party, asksToContinue: true).Select(question => question.Label))).Distinct().Count());

    [Theory]
    [InlineData(Party.Mentor)]
    [InlineData(Party.Mentee)]
    [Trait("Requirement", "RV2")]
    public void The_interim_review_asks_for_place_times_and_contact(Party role) =>
        Says(_samples.Review(ReviewKind.Interim, role), "Where do you meet?", "How often do you meet, and for how long?", "How do you keep in contact between meetings?");

    [Fact]
    [Trait("Requirement", "RV5")]
    public void Sharing_needs_a_permission_that_names_readers_and_use()
    {
        foreach (var model in Enum.GetValues<ReviewKind>().Select(kind => _samples.Review(kind, Party.Mentee)))
        {
            var page = Rendered.Document(model);
            Assert.Equal(["yes", "no"], page.QuerySelectorAll("input[name=share]").Select(input => input.GetAttribute("value")!));
            Assert.Empty(page.QuerySelectorAll("input[name=share][checked],input[name=purpose][checked]"));
            Assert.Equal(["improve-scheme", "report-figures", "case-study", "partner"], page.QuerySelectorAll("input[name=purpose]").Select(input => input.GetAttribute("value")!));
            Says(model, "confidential", "The coordinator reads my answers", "committee and funders", "a case study", "My mentoring partner may read my answers");
        }
    }

    [Fact]
    [Trait("Requirement", "RV9")]
    public void The_final_review_asks_for_all_five_aims_of_the_scheme() =>
        Assert.Equal(5, Rendered.Document(_samples.Review(ReviewKind.Final, Party.Mentee)).QuerySelectorAll("input[name=schemeObjectives]").Length);

    [Fact]
    [Trait("Requirement", "RE10")]
    public void Where_anybody_may_register_at_any_time_no_page_or_mail_names_a_deadline()
    {
        var samples = new Samples();
        var rolling = samples.Scheme with { Intake = Intake.Rolling };
        Says(samples.RegistrationForm(FormState.Empty) with { Scheme = rolling, Deadline = null }, "You can register at any time", "we write to you at once if there is a match");
        Assert.DoesNotContain("deadline", Rendered.Words(samples.RegistrationForm(FormState.Empty) with { Scheme = rolling, Deadline = null }), StringComparison.Ordinal);
        Says(new SchemeModel(rolling, Samples.Opens, null, IsOpen: true), "Registration is open at any time", "As soon as there is somebody for you");
    }

    [Fact]
    [Trait("Requirement", "RM15")]
    public void A_mentor_can_pause_and_come_back_with_one_button_each()
    {
        Says(_samples.Registration(new RegistrationStanding.MentorAvailable(null)), "Pause: nobody new for now");
        Says(_samples.Registration(new RegistrationStanding.MentorPausing()), "you are pausing", "Partnerships that run go on", "I am available again");
        Says(_samples.Mails().OfType<MailModel.RoundRun>().Single(), "you can pause or withdraw");
    }

    [Fact]
    [Trait("Requirement", "RD9")]
    [Trait("Requirement", "RD12")]
    [Trait("Requirement", "RP4")]
    public void The_partnerships_page_has_contact_details_documents_and_what_each_template_is_for()
    {
        var scheme = _samples.Scheme with
        {
            Documents = [.. _samples.Scheme.Documents, new("first-meeting", "First meeting", "1", "first.md", DocumentDelivery.Link), new("evaluation", "Looking back", "1", "back.md", DocumentDelivery.Link)],
        };
        var model = _samples.Partnership(Party.Mentee, Samples.Active) with { Scheme = scheme };

        Says(
            model, "partner@example.org", "Agreement: what you both signed", "a template for objectives", "the mentee writes it, and the mentor may help",
            "an agenda for the first meeting, and templates for later agendas and for action points", "a template for looking back together");
        Assert.All(scheme.Documents, document => Assert.NotNull(Rendered.Document(model).QuerySelector($"main a[href='/documents/{document.Code}']")));
    }

    [Fact]
    [Trait("Requirement", "RP11")]
    public void Whoever_took_part_gets_a_certificate_of_thanks_that_names_no_partner()
    {
        Says(_samples.Partnership(Party.Mentor, new PartnershipState.Ended(Samples.Noon, Completed: true, null) { Thanks = "/partnerships/t/thanks" }), "Your certificate of thanks");
        Says(
            new ThanksModel(_samples.Scheme, "Grace Hopper", Party.Mentor, Samples.Noon, Samples.YearLater),
            "Association of Sample Keepers thanks Grace Hopper who took part in Guiding Hands as a mentor, from Monday 30 September 2024 to Tuesday 30 September 2025");
    }

    [Fact]
    [Trait("Requirement", "RP14")]
    [Trait("Requirement", "RA14")]
    public void Training_dates_go_out_with_the_match_to_whom_they_are_for()
    {
        TrainingSession[] training = [new("Induction", Samples.Noon, "online", TrainingFor.Everybody), new("Being a mentor", Samples.YearLater, "London", TrainingFor.Mentors)];
        var head = new Letterhead(_samples.Scheme with { Training = training }, Samples.Site, "Ada");
        MailModel Introduction(Party party, DateTimeOffset now) => new MailModel.Introduction(
            head with { Now = now }, party, _samples.Person, [], Samples.Noon, 12, Samples.YearLater, Samples.Site, Samples.Site);

        Says(Introduction(Party.Mentor, Samples.Opens.Instant), "Induction: noon on Monday 30 September 2024, online", "Being a mentor: noon on Tuesday 30 September 2025, London");
        Assert.DoesNotContain("Being a mentor", TextOf(Introduction(Party.Mentee, Samples.Opens.Instant)), StringComparison.Ordinal);
        Assert.DoesNotContain("Induction", TextOf(Introduction(Party.Mentor, Samples.Noon.Instant)), StringComparison.Ordinal);
        Says(_samples.Partnership(Party.Mentor, Samples.Active) with { Training = training }, "Training", "Being a mentor (for mentors): noon on Tuesday 30 September 2025, London");
    }

    [Theory]
    [InlineData(Party.Mentor, "What training or support would help you as a mentor?")]
    [InlineData(Party.Mentee, "What would help you now?")]
    [Trait("Requirement", "RV3")]
    public void The_interim_review_asks_what_would_help_while_the_scheme_is_running(Party role, string words) => Says(_samples.Review(ReviewKind.Interim, role), words, "while the scheme is running");

    [Theory]
    [InlineData(Party.Mentor)]
    [InlineData(Party.Mentee)]
    [Trait("Requirement", "RV4")]
    public void The_final_review_asks_about_the_scheme_as_a_whole(Party role) => Says(_samples.Review(ReviewKind.Final, role), "How was the scheme as a whole?", "The launch, inductions and trainings, meetings of the group");

    [Fact]
    [Trait("Requirement", "RV6")]
    public void A_case_study_needs_a_permission_of_its_own() =>
        Says(_samples.Review(ReviewKind.Final, Party.Mentee), "may write to me about a case study; members and the public see nothing before I have agreed to its words");

    [Fact]
    [Trait("Requirement", "RC1")]
    [Trait("Requirement", "RC2")]
    public void The_schemes_page_says_what_was_decided_and_what_may_serve_better_than_mentoring() => Says(
        new SchemeModel(_samples.Scheme, null, null, IsOpen: false),
        "buddy", "coaching", "shadowing", "networking", "informal", "sponsor", "supervision", "Aims", "Who may take part", "How pairs are made", "How we evaluate", "shared only as their author allows");

    [Fact]
    [Trait("Requirement", "RC3")]
    public void Time_frame_frequency_length_place_notes_support_and_what_if_unmatched_are_published_before_registering()
    {
        string[] all =
        [
            "About 12 months", "About once a month", "60 to 90 minutes", "A neutral, private room, or online", "Take your own notes", "the coordinator, listens and helps",
            "If you are not matched", "stay on the waiting list", "8 weeks after the deadline",
        ];
        Says(Form, all);
        Says(new SchemeModel(_samples.Scheme, Samples.Opens, Samples.Noon, IsOpen: true), all);
    }

    [Fact]
    [Trait("Requirement", "RC5")]
    public void The_scheme_is_run_centrally_by_a_named_person_with_an_address() =>
        Says(new SchemeModel(_samples.Scheme, null, null, IsOpen: false), "run centrally", "Robin Clerk, coordinator", "robin@example.org");

    private PageModel Form => _samples.RegistrationForm(FormState.Empty);

    private PageModel Partnership(Party role) => _samples.Partnership(role, Samples.Active);

    private static void Says(PageModel model, params string[] words) => Holds(Rendered.Words(model), words);

    private static void Says(MailModel model, params string[] words) => Holds(TextOf(model), words);

    private void Says<TMail>(params string[] words)
        where TMail : MailModel => Says(_samples.Mails().OfType<TMail>().First(), words);

    private static string TextOf(MailModel model) => Rendered.Spaced(Rendered.Mails.Render(model).Text);

    private static void Holds(string text, string[] words) => Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
}
