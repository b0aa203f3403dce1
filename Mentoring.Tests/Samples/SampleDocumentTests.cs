using Mentoring.Core.Schemes;

namespace Mentoring.Tests.Samples;

public class SampleDocumentTests
{
    public static TheoryData<string> Folders => SampleSchemeTests.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RD7")]
    public void Handbook_has_every_section(string folder) =>
        Assert.Equal(
            [
                "What mentoring is", "What mentoring is not", "Why mentoring", "Objectives of the scheme", "How the scheme works", "What we expect",
                "Guidance", "Dilemmas", "Complaints procedure", "Key documents", "Contacts", "Frequently asked questions",
            ],
            new SampleScheme(folder).Sections(SchemeDocument.Handbook));

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RD8")]
    public void Code_of_conduct_has_every_section(string folder) =>
        Assert.Equal(
            [
                "Agendas", "Roles", "Confidentiality", "Privacy", "Relevance", "Responsibilities",
                "Boundaries", "Protocols", "Openness", "Respect", "Time", "Finish",
            ],
            new SampleScheme(folder).Sections(SchemeDocument.CodeOfConduct).Take(12));

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RD7")]
    public void A_complaint_about_data_is_acknowledged_within_thirty_days(string folder)
    {
        Says(folder, SchemeDocument.Handbook, "acknowledged within 30 days");
        Says(folder, SchemeDocument.Privacy, "complaints within 30 days");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RD6")]
    public void Mentoring_plan_has_goals_schedule_and_exit_and_need_not_be_shared(string folder)
    {
        Assert.Equal(["Goals", "Steps", "Schedule", "Exit plan"], new SampleScheme(folder).Sections(SchemeDocument.MentoringPlan));
        Says(folder, SchemeDocument.MentoringPlan, "optional", "need not be shared");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RD10")]
    public void First_meeting_has_an_agenda_and_templates(string folder) =>
        Assert.Equal(
            ["Agenda of the first meeting", "Checklist: what to agree", "Template: agenda of a meeting", "Template: action points"],
            new SampleScheme(folder).Sections(SchemeDocument.FirstMeeting));

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RD11")]
    public void First_meeting_s_checklist_is_complete(string folder)
    {
        var items = new SampleScheme(folder).Text(SchemeDocument.FirstMeeting).Split('\n')
            .Where(line => line.StartsWith("- [ ] **", StringComparison.Ordinal)).Select(line => line.Split("**")[1]);

        Assert.Equal(
            [
                "Confidentiality", "Expectations", "Limits", "Frequency", "Length", "Time",
                "Location", "Agenda", "Other contact", "Commitment", "Losing contact", "Reviewing",
            ],
            items);
        Says(folder, SchemeDocument.FirstMeeting, "60 to 90 minutes", "reply", "times to avoid");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RP13")]
    public void Handbook_says_what_mentors_and_mentees_are_to_do(string folder) =>
        Says(
            folder, SchemeDocument.Handbook, "teach", "self-aware", "accessible", "communicative", "trustworthy", "encouraging", "keen to",
            "not cancel at short notice", "line manager");

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RP1")]
    [Trait("Requirement", "RP2")]
    [Trait("Requirement", "RP3")]
    public void Handbook_says_who_arranges_meetings_and_that_their_form_is_agreed(string folder) =>
        Says(folder, SchemeDocument.Handbook, "make the first contact", "arrange the meetings", "60 to 90 minutes", "private", "online", "agree together how often, how long and where");

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RP5")]
    [Trait("Requirement", "RP12")]
    public void Handbook_says_what_to_do_when_contact_is_lost_or_it_does_not_work(string folder) =>
        Says(folder, SchemeDocument.Handbook, "contact", "write to the coordinator", "ready ear");

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RF3")]
    [Trait("Requirement", "RF4")]
    [Trait("Requirement", "RF5")]
    [Trait("Requirement", "RF6")]
    [Trait("Requirement", "RF11")]
    public void Handbook_says_how_partnerships_end_without_blame(string folder) =>
        Says(
            folder, SchemeDocument.Handbook, "either of you", "at any time", "objectives", "circumstances", "capacity to engage", "another reason",
            "blame", "thank", "both of you wish", "tell us when the partnership ends");

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RV11")]
    public void Agreement_and_code_keep_mentoring_confidential(string folder)
    {
        Says(folder, SchemeDocument.Agreement, "confidential", "serious harm");
        Says(folder, SchemeDocument.CodeOfConduct, "what is said", "serious harm");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RD1")]
    public void Agreement_joins_mentoring_and_confidentiality_and_takes_both_signatures(string folder) =>
        Says(folder, SchemeDocument.Agreement, "# Mentoring and Confidentiality Agreement", "the partnership begins when both have signed");

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RE13")]
    public void Handbook_promises_no_match(string folder) => Says(folder, SchemeDocument.Handbook, "a match is not guaranteed");

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RA3")]
    public void Handbook_and_privacy_notice_say_that_a_declined_offer_stays_with_the_mentee(string folder)
    {
        Says(folder, SchemeDocument.Handbook, "the mentor is never told", "offers that were not accepted");
        Says(folder, SchemeDocument.Privacy, "leaves out offers that were not accepted");
    }

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RV9")]
    public void Handbook_names_the_five_objectives(string folder) =>
        Says(folder, SchemeDocument.Handbook, "**career development**", "**succession**", "**sector awareness**", "**connecting**", "**critical friendship**");

    [Theory]
    [MemberData(nameof(Folders))]
    [Trait("Requirement", "RV12")]
    public void Privacy_notice_explains_matching_rights_and_cookies(string folder) =>
        Says(folder, SchemeDocument.Privacy, "matching is profiling", "may overrule", "withdraw consent", "tracking cookies", "information commissioner");

    private static void Says(string folder, string code, params string[] phrases)
    {
        var text = new SampleScheme(folder).Text(code);
        Assert.All(phrases, phrase => Assert.Contains(phrase, text, StringComparison.OrdinalIgnoreCase));
    }
}
