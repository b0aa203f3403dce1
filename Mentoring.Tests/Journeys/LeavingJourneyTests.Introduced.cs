namespace Mentoring.Tests.Journeys;

/// <summary>After an introduction, before both have signed.</summary>
public sealed partial class LeavingJourneyTests
{
    [Fact]
    [Trait("Requirement", "RF8")]
    public async Task A_mentee_who_withdraws_after_accepting_frees_the_mentor_for_the_next()
    {
        await using var journey = await StartedAsync();
        var (offered, waiting) = OfferedAndWaiting(journey);
        await journey.AcceptAsync(offered);
        await journey.PressAsync(offered, "withdraw");

        Assert.Single(journey.Mails(Maya, "partnership-ended"));
        Assert.Single(journey.Mails(waiting, "offer"));
        await journey.AcceptAsync(waiting);
        Assert.Equal(2, journey.Mails(Maya, "introduction").Count);
        journey.HasNoFaults();
    }

    [Theory]
    [InlineData("withdraw", "your introduction to Tom Hughes has ended", "your introduction to Maya Okafor has ended")]
    [InlineData("erase", "your introduction has ended", null)]
    [Trait("Requirement", "RF6")]
    public async Task Before_both_have_signed_an_introduction_has_ended_and_no_partnership(string button, string toMentor, string? toMentee)
    {
        await using var journey = await StartedAsync(second: false);
        await journey.AcceptAsync(Tom);
        await journey.PressAsync(Tom, button, ("confirm", "yes"));

        var mentor = journey.MailTo(Maya, "partnership-ended");
        Assert.EndsWith(toMentor, mentor.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("before you had both signed the agreement", Journey.WordsOf(mentor), StringComparison.Ordinal);
        Assert.Contains("You are available for another mentee", Journey.WordsOf(mentor), StringComparison.Ordinal);
        Assert.Contains("Your introduction ended, before you had both signed the agreement", (await journey.GetAsync(journey.LinkTo(Maya, "introduction", "/partnerships/"))).Body, StringComparison.Ordinal);
        Assert.Equal(toMentee is null ? 0 : 1, journey.Mails(Tom, "partnership-ended").Count);
        foreach (var mail in journey.Mails(Tom, "partnership-ended"))
        {
            Assert.EndsWith(toMentee!, mail.Mail.Subject, StringComparison.Ordinal);
            Assert.Contains("Your registration is withdrawn, and there is nothing more for you to do.", Journey.WordsOf(mail), StringComparison.Ordinal);
            Assert.DoesNotContain("open your own page", Journey.WordsOf(mail), StringComparison.Ordinal);
        }

        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RM14")]
    public async Task A_mentor_who_withdraws_after_an_introduction_leaves_the_mentee_to_another_mentor()
    {
        await using var journey = await StartedAsync(second: false, close: false);
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "wellbeing", "career-planning", "relationships"));
        await journey.CloseAsync();
        await journey.AcceptAsync(Tom);
        var mentor = journey.Mails(Maya, "introduction").Count > 0 ? Maya : Wendy;
        await journey.SignAsync(Tom);
        await journey.PressAsync(mentor, "withdraw");

        Assert.Single(journey.Mails(Tom, "partnership-ended"));
        Assert.Equal(2, journey.Mails(Tom, "offer").Count);
        await journey.AcceptAsync(Tom);
        Assert.Single(journey.Mails(mentor == Maya ? Wendy : Maya, "introduction"));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task With_nobody_left_to_match_the_mentee_is_told_that_they_wait_again()
    {
        await using var journey = await StartedAsync(second: false);
        await journey.AcceptAsync(Tom);
        await journey.PressAsync(Maya, "withdraw");
        var waiting = journey.MailTo(Tom, "rematch-waiting");
        Assert.EndsWith("you are on the waiting list again", waiting.Mail.Subject, StringComparison.Ordinal);
        Assert.Contains("there is no mentor for you at the moment", Journey.WordsOf(waiting), StringComparison.Ordinal);
        Assert.Single(journey.Mails(Tom, "offer"));
        journey.HasNoFaults();
    }
}
