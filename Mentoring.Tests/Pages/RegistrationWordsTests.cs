using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Mails;
using Mentoring.Pages.Offers;
using Mentoring.Pages.Registrations;
using Mentoring.Pages.Schemes;
using Mentoring.Pages;

namespace Mentoring.Tests.Pages;

/// <summary>What somebody reads who thinks of registering, and who has registered.</summary>
public sealed class RegistrationWordsTests : WordsTests
{
    [Fact]
    [Trait("Requirement", "RE3")]
    [Trait("Requirement", "RE6")]
    public void The_form_warns_of_the_commitment_asks_only_for_skills_and_time_and_wants_it_declared()
    {
        Says(Form, "Think about the commitment", "Please register only if you can give it", "skills to pass on, and the time and commitment", "You need not be senior", "I have thought about the commitment");
        Assert.NotNull(Rendered.Document(Form).QuerySelector("input[name=commitment][required]"));
    }

    [Fact]
    [Trait("Requirement", "RE3")]
    [Trait("Requirement", "RE21")]
    [Trait("Requirement", "RE22")]
    public void A_scheme_that_asks_more_of_mentors_says_so_before_anybody_registers()
    {
        string[] more = ["for more years than your mentee", "You complete the training for mentors before anybody is matched with you"];
        var asking = Rendered.Words(Form);
        var plain = Rendered.Words(Form with { Scheme = Form.Scheme with { Gates = default } });

        Assert.All(more, words => Assert.Contains(words, asking, StringComparison.Ordinal));
        Assert.All([.. more, "How many years have you worked", "I have completed the training"], words => Assert.DoesNotContain(words, plain, StringComparison.Ordinal));
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
    [Trait("Requirement", "RE7")]
    [Trait("Requirement", "B14")]
    public void A_deadline_in_another_zone_than_the_schemes_names_it_wherever_it_is_read()
    {
        var there = LocalInstant.Resolve(new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Unspecified), "Asia/Kolkata");
        const string words = "noon on Tuesday 1 December 2026 (time in Kolkata)";
        var head = new Letterhead(Samples.Scheme, Samples.Site, "Tom");

        PageModel[] pages =
        [
            Samples.RegistrationForm(FormState.Empty) with { Deadline = there }, new SchemeModel(Samples.Scheme, Samples.Opens, there, IsOpen: true), new ThankYouModel(Samples.Scheme, there),
            Samples.Registration(new RegistrationStanding.Received(there)) with { AmendUntil = there }, new RegistrationClosedModel(Samples.Scheme, there, there), new RegistrationClosedModel(Samples.Scheme, there, null, WasSent: true),
        ];
        MailModel[] mails =
        [
            new MailModel.RegistrationReceived(head, AsMentor: true, AsMentee: true, there, Samples.Site), new MailModel.RegistrationAmended(head, there, Samples.Site), new MailModel.RegistrationWithdrawn(head, there, null),
        ];

        Assert.All(pages, page => Says(page, words));
        Assert.All(mails, mail => Says(mail, words));
        Assert.DoesNotContain("noon on Tuesday 1 December 2026.", Rendered.Words(pages[3]), StringComparison.Ordinal);
        Assert.DoesNotContain("(time", Rendered.Words(Form), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RE8")]
    public void The_closed_page_gives_the_enquiry_address() =>
        Says(new RegistrationClosedModel(Samples.Scheme, Samples.Noon, null, WasSent: true), "noon on Monday 30 September 2024", "when a form is received", "robin@example.org");

    [Fact]
    public void Whoever_sent_the_form_too_late_still_has_what_they_wrote() =>
        Says(new RegistrationClosedModel(Samples.Scheme, Samples.Noon, null, WasSent: true) { Form = FormState.Of(("biography", "Twenty years of timetables."), ("objectives", "")) }, "Short biography", "Twenty years of timetables.");

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
    [Trait("Requirement", "RC3")]
    public void Time_frame_frequency_length_place_notes_support_and_what_if_unmatched_are_published_before_registering()
    {
        string[] all =
        [
            "About 12 months", "About once a month", "60 to 90 minutes", "A neutral, private room, or online", "Take your own notes", "the coordinator, listens and helps",
            "If you are not matched", "stay on the waiting list", "8 weeks after the deadline",
        ];
        Says(Form, all);
        Says(new SchemeModel(Samples.Scheme, Samples.Opens, Samples.Noon, IsOpen: true), all);
    }

    [Theory]
    [InlineData(7, "1 week after the deadline")]
    [InlineData(13, "13 days after the deadline")]
    [InlineData(56, "8 weeks after the deadline")]
    [Trait("Requirement", "RC3")]
    public void The_date_of_the_next_word_is_given_in_weeks_only_where_they_are_whole(int days, string words)
    {
        var scheme = Samples.Scheme with { Waiting = new WaitingPolicy(days) };
        Says(Samples.RegistrationForm(FormState.Empty) with { Scheme = scheme }, words);
        Says(new SchemeModel(scheme, Samples.Opens, Samples.Noon, IsOpen: true), words);
    }

    [Fact]
    public void One_day_is_not_spoken_of_as_several()
    {
        var hasty = Samples.Scheme with { Offers = new OfferPolicy(1, []), Agreements = new AgreementPolicy(1, []) };
        Says(new SchemeModel(hasty, Samples.Opens, Samples.Noon, IsOpen: true), "has 1 day to accept or decline", "an agreement within 1 day.");
        Says(Samples.Offer(new OfferState.Pending(Samples.Noon)) with { Scheme = hasty }, "confidentiality agreement, within 1 day.");
        Says(Samples.Registration(new RegistrationStanding.Received(Samples.Noon)) with { Scheme = hasty }, "Within 1 day of the introduction");
    }

    [Fact]
    [Trait("Requirement", "RC1")]
    [Trait("Requirement", "RC2")]
    public void The_schemes_page_says_what_was_decided_and_what_may_serve_better_than_mentoring() => Says(
        new SchemeModel(Samples.Scheme, null, null, IsOpen: false),
        "buddy", "coaching", "shadowing", "networking", "informal", "sponsor", "supervision", "Aims", "Who may take part", "How pairs are made", "How we evaluate", "shared only as their author allows");

    [Fact]
    [Trait("Requirement", "RC5")]
    public void The_scheme_is_run_centrally_by_a_named_person_with_an_address() =>
        Says(new SchemeModel(Samples.Scheme, null, null, IsOpen: false), "run centrally", "Robin Clerk, coordinator", "robin@example.org");

    private PageModel Form => Samples.RegistrationForm(FormState.Empty);

    [Fact]
    [Trait("Requirement", "RF7")]
    public void Whoever_withdraws_reads_before_that_a_partnership_ends_by_it_and_after_that_we_still_ask_about_it()
    {
        Says(Samples.Registration(new RegistrationStanding.InPartnership("Maya", Samples.YearLater, "/partnerships/token")), "A partnership or introduction ends by it, and your partner is told");
        Assert.DoesNotContain("ends by it", Rendered.Words(Samples.Registration(new RegistrationStanding.MentorAvailable(null))), StringComparison.Ordinal);
        Says(Samples.Registration(new RegistrationStanding.Withdrawn()), "Apart from what we ask about a partnership that ended by it, you will hear no more from us");
        Assert.All(Samples.Mails().OfType<MailModel.RegistrationWithdrawn>().Where(mail => mail is { Because: null, Deadline: null }), mail => Says(mail, "Apart from what we ask about a partnership that ended by it"));
    }
}
