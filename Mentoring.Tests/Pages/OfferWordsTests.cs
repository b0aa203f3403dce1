using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Pages.Mails;
using Mentoring.Pages.Offers;
using Mentoring.Pages.Registrations;

namespace Mentoring.Tests.Pages;

/// <summary>What is said about a match: the offer, its decline, the introduction, and having none.</summary>
public sealed class OfferWordsTests : WordsTests
{
    [Fact]
    [Trait("Requirement", "RA5")]
    public void Who_declined_is_told_when_a_second_match_is_not_possible()
    {
        Says(Samples.Offer(new OfferState.Declined("/registrations/token") { Waits = true }), "A second match may not be possible", "the mentor is not told");
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
        Assert.All(Samples.Mails().OfType<MailModel.Introduction>(), mail => Says(mail, "Why we think it fits", "You seek career planning most, and they offer it"));
        Says(Samples.Offer(new OfferState.Pending(Samples.Noon)), "Why we think it fits", "You seek what they offer");
    }

    [Fact]
    [Trait("Requirement", "RA14")]
    public void Offer_and_introduction_carry_period_documents_help_and_confidentiality()
    {
        string[] all = ["about 12 months", "Tuesday 30 September 2025", "https://mentoring.example.org/documents/handbook", "(also attached to this email)", "If something does not work", "020 7946 0018", "stays between you"];
        Says<MailModel.Offer>(all);
        Assert.All(Samples.Mails().OfType<MailModel.Introduction>(), mail => Says(mail, all));
    }

    [Fact]
    [Trait("Requirement", "RA6")]
    public void The_introduction_gives_each_the_others_contact() =>
        Assert.All(Samples.Mails().OfType<MailModel.Introduction>(), mail => Says(mail, "Email: partner@example.org"));

    [Fact]
    [Trait("Requirement", "RA1")]
    public void The_offer_gives_no_way_to_reach_the_mentor()
    {
        Assert.DoesNotContain("partner@example.org", TextOf(Samples.Mails().OfType<MailModel.Offer>().First() with { Mentor = Samples.Person with { Email = null } }), StringComparison.Ordinal);
        Assert.DoesNotContain("partner@example.org", Rendered.Words(Samples.Offer(new OfferState.Pending(Samples.Noon)) with { Mentor = Samples.Person }), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RM15")]
    public void A_mentor_can_pause_and_come_back_with_one_button_each()
    {
        Says(Samples.Registration(new RegistrationStanding.MentorAvailable(null)), "Pause: nobody new for now");
        Says(Samples.Registration(new RegistrationStanding.MentorPausing()), "you are pausing", "We look for nobody new for you until you say so", "Partnerships that run go on", "I am available again");
        Says(Samples.Mails().OfType<MailModel.RoundRun>().First(), "you can pause or withdraw");
    }

    [Fact]
    [Trait("Requirement", "RP14")]
    [Trait("Requirement", "RA14")]
    public void Training_dates_go_out_with_the_match_to_whom_they_are_for()
    {
        TrainingSession[] training = [new("Induction", Samples.Noon, "online", TrainingFor.Everybody), new("Being a mentor", Samples.YearLater, "London", TrainingFor.Mentors)];
        var head = new Letterhead(Samples.Scheme with { Training = training }, Samples.Site, "Ada");
        MailModel Introduction(Party party, DateTimeOffset now) => new MailModel.Introduction(
            head with { Now = now }, party, Samples.Person, [], Samples.Noon, 12, Samples.YearLater, Samples.Site, Samples.Site);

        Says(Introduction(Party.Mentor, Samples.Opens.Instant), "Induction: noon on Monday 30 September 2024, online", "Being a mentor: noon on Tuesday 30 September 2025, London");
        Assert.DoesNotContain("Being a mentor", TextOf(Introduction(Party.Mentee, Samples.Opens.Instant)), StringComparison.Ordinal);
        Assert.DoesNotContain("Induction", TextOf(Introduction(Party.Mentor, Samples.Noon.Instant)), StringComparison.Ordinal);
        Says(Samples.Partnership(Party.Mentor, Samples.Active) with { Training = training }, "Training", "Being a mentor (for mentors): noon on Tuesday 30 September 2025, London");
    }
}
