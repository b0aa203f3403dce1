using System.Net;
using System.Text;

namespace Mentoring.Tests.Journeys;

/// <summary>From the introduction to both signatures, or to none.</summary>
public sealed class AgreementJourneyTests
{
    [Fact]
    [Trait("Requirement", "RD1")]
    public async Task A_partnership_begins_with_the_second_signature_and_not_before()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.IntroduceAsync();
        await journey.SignAsync(mentor);
        Assert.DoesNotContain("partnership.active", await journey.EventsAsync());
        Assert.Equal(["introduced"], await journey.StandingsAsync(mentee));

        await journey.SignAsync(mentee);
        Assert.Contains("partnership.active", await journey.EventsAsync());
        Assert.Equal(["in-partnership"], await journey.StandingsAsync(mentee));
        Assert.Single(journey.Mails(mentee, "agreement-complete"));
        Assert.Single(journey.Mails(mentor, "agreement-complete"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RD1")]
    [Trait("Requirement", "B13")]
    public async Task Whoever_has_not_signed_is_reminded_on_the_days_of_the_scheme_and_nobody_else()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.IntroduceAsync();
        await journey.SignAsync(mentee);
        await journey.AdvanceDaysAsync(27);

        var introduced = journey.MailTo(mentor, "introduction").SentAt;
        Assert.Equal([7, 14], journey.Mails(mentor, "agreement-reminder").Select(mail => (int)Math.Round((mail.SentAt - introduced).TotalDays)));
        Assert.Empty(journey.Mails(mentee, "agreement-reminder"));
        Assert.Contains("28 October 2024", journey.MailTo(mentor, "introduction").Mail.Text, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Theory]
    [Trait("Requirement", "RD1")]
    [InlineData("mentee", "mentee-waiting", "mentor-pausing")]
    [InlineData("mentor", "mentee-not-waiting", "mentor-available")]
    [InlineData("nobody", "mentee-not-waiting", "mentor-pausing")]
    public async Task An_agreement_not_signed_in_time_sets_both_free_and_whoever_signed_waits_again(string signs, string menteeThen, string mentorThen)
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.IntroduceAsync();
        if (signs != "nobody")
            await journey.SignAsync(signs == "mentee" ? mentee : mentor);
        await journey.AdvanceDaysAsync(29);

        Assert.Single(journey.Mails(mentee, "agreement-lapsed"));
        Assert.Single(journey.Mails(mentor, "agreement-lapsed"));
        Assert.Equal([menteeThen], await journey.StandingsAsync(mentee));
        Assert.Equal([mentorThen], await journey.StandingsAsync(mentor));
        Assert.Equal(HttpStatusCode.Gone, (await journey.PostAsync(journey.LinkTo(mentee, "introduction", "/agreements/"), ("agree", "yes"), ("signature", signs == "mentee" ? "Somebody Else" : "Tom Hughes"))).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RD1")]
    [Trait("Requirement", "RM15")]
    public async Task A_mentor_who_signed_and_pauses_is_not_told_after_a_lapse_that_they_are_available()
    {
        await using var journey = await Journey.StartAsync();
        var (_, mentor) = await journey.IntroduceAsync();
        await journey.SignAsync(mentor);
        await journey.PressAsync(mentor, "pause");
        await journey.AdvanceDaysAsync(29);

        var words = Journey.WordsOf(journey.MailTo(mentor, "agreement-lapsed"));
        Assert.Contains("You signed, thank you. We look for nobody new for you at the moment", words, StringComparison.Ordinal);
        Assert.DoesNotContain("You are available", words, StringComparison.Ordinal);
        Assert.Equal(["mentor-pausing"], await journey.StandingsAsync(mentor));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RD1")]
    [Trait("Requirement", "RM13")]
    public async Task After_a_lapse_the_place_goes_to_whoever_waits_and_the_same_two_do_not_meet_again()
    {
        await using var journey = await Journey.StartAsync();
        var waiting = new[] { await journey.RegisterAsync(Cast.Mentee("Ann First")), await journey.RegisterAsync(Cast.Mentee("Ben Second")) };
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        var offered = waiting.Single(mentee => journey.Mails(mentee, "offer").Count == 1);
        var other = waiting.Single(mentee => mentee != offered);
        await journey.AcceptAsync(offered);
        await journey.SignAsync(mentor);
        Assert.Empty(journey.Mails(other, "offer"));
        await journey.AdvanceDaysAsync(29);

        Assert.Single(journey.Mails(other, "offer"));
        Assert.Single(journey.Mails(offered, "offer"));
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(offered, "rejoin")).Status);
        await journey.DeclineAsync(other);
        await journey.AdvanceDaysAsync(1);
        Assert.Single(journey.Mails(offered, "offer"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RD1")]
    public async Task Signing_again_changes_nothing_and_signing_with_another_name_is_refused()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, _) = await journey.IntroduceAsync();
        await journey.SignAsync(mentee);
        var entries = await journey.JournalAsync();
        await journey.SignAsync(mentee);
        var page = journey.LinkTo(mentee, "introduction", "/agreements/");
        Assert.Equal(HttpStatusCode.Conflict, (await journey.PostAsync(page, ("agree", "yes"), ("signature", "Tim Hughes"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await journey.PostAsync(page, ("signature", "Tom Hughes"))).Status);
        Assert.Equal(entries, await journey.JournalAsync());
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RD10")]
    [Trait("Requirement", "RD11")]
    public async Task Documents_are_linked_where_the_scheme_links_them()
    {
        await using var journey = await Journey.StartAsync(Journey.Sample("planners"));
        var (mentee, mentor) = await journey.PairAsync();
        foreach (var mail in new[] { journey.MailTo(mentee, "introduction"), journey.MailTo(mentor, "agreement-complete") })
        {
            Assert.Empty(mail.Mail.Attachments);
            foreach (var document in new[] { "agreement", "first-meeting", "handbook" })
                Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(Journey.LinkIn(mail, "/documents/" + document))).Status);
        }

        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RD10")]
    [Trait("Requirement", "RD11")]
    [Trait("Requirement", "RF2")]
    public async Task Documents_are_attached_where_the_scheme_attaches_them_and_a_term_may_be_six_months()
    {
        await using var journey = await Journey.StartAsync(Journey.Sample("technicians"));
        journey.Round = "2025-spring";
        var (mentee, mentor) = await journey.PairAsync(Cast.Mentee("Tom Hughes").With("membershipGrade", "Member"), Cast.Mentor("Maya Okafor").With("membershipGrade", "Fellow"));
        foreach (var mail in new[] { journey.MailTo(mentee, "offer"), journey.MailTo(mentor, "introduction"), journey.MailTo(mentee, "agreement-complete") })
        {
            Assert.Equal(["handbook.txt", "code-of-conduct.txt", "agreement.txt", "privacy.txt", "mentoring-plan.txt", "first-meeting.txt"], mail.Mail.Attachments.Select(attachment => attachment.Name));
            Assert.All(mail.Mail.Attachments, attachment => Assert.Equal("text/plain; charset=utf-8", attachment.ContentType));
            Assert.EndsWith("\n\nMentoring and Confidentiality Agreement, version 1.1\n", Encoding.UTF8.GetString(mail.Mail.Attachments[2].Content), StringComparison.Ordinal);
        }

        var page = await journey.PartnershipAsync(mentor);
        Assert.Equal(6, Months(page.GetProperty("started").GetDateTimeOffset(), page.GetProperty("ends").GetDateTimeOffset()));
        await journey.AdvanceToAsync(page.GetProperty("ends").GetDateTimeOffset().AddMinutes(1));
        Assert.Single(journey.Mails(mentee, "review-final"));
        Assert.Single(journey.Mails(mentor, "review-interim"));
        journey.HasNoFaults();
    }

    private static int Months(DateTimeOffset from, DateTimeOffset to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
