using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Memberships;

/// <summary>A membership that is renewed late: whoever it is comes back by themselves.</summary>
public sealed class MembershipRenewalTests : MembershipJourney
{
    [Fact]
    [Trait("Requirement", "B11")]
    public async Task A_mentor_who_renews_after_the_period_of_grace_is_matched_again_by_themselves_within_a_week_and_until_then_nothing_says_that_they_are_available()
    {
        await using var journey = await StartAsync();
        var (_, mentor) = await PairAsync(journey);
        Directory.With("M-2", "lapsed");
        await journey.AdvanceDaysAsync(32);
        Assert.Contains("Your mentoring goes on meanwhile", await WordsAsync(journey, journey.OwnPageOf(mentor)), StringComparison.Ordinal);
        await journey.AdvanceDaysAsync(33);

        Assert.Contains("Your place is kept for another mentee", Journey.WordsOf(journey.MailTo(mentor, "partnership-ended")), StringComparison.Ordinal);
        var held = await WordsAsync(journey, journey.OwnPageOf(mentor));
        Assert.All(["It was not renewed in time", "we notice within a week and look for a match again", "As a mentor: your place is kept"], said => Assert.Contains(said, held, StringComparison.Ordinal));
        Assert.DoesNotContain("as soon as a mentee accepts", held, StringComparison.Ordinal);

        Directory.With("M-2");
        await journey.AdvanceDaysAsync(8);

        var back = await WordsAsync(journey, journey.OwnPageOf(mentor));
        Assert.DoesNotContain("membership", back.Split("Change your registration")[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("introduced as soon as a mentee accepts", back, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task A_mentee_who_renews_after_the_partnership_had_to_end_is_matched_again_by_themselves_within_a_week()
    {
        await using var journey = await StartAsync();
        var (mentee, _) = await PairAsync(journey);
        Directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(65);
        Assert.Contains("was not renewed in time", Journey.WordsOf(journey.MailTo(mentee, "partnership-ended")), StringComparison.Ordinal);
        var held = await WordsAsync(journey, journey.OwnPageOf(mentee));
        Assert.Contains("we notice within a week and look for a match again", held, StringComparison.Ordinal);
        Assert.DoesNotContain("done for this round", held, StringComparison.Ordinal);

        Assert.Contains("membership-over", await AttentionAsync(journey));
        Directory.With("M-1");
        await journey.AdvanceDaysAsync(8);

        Assert.DoesNotContain("membership-over", await AttentionAsync(journey));
        Assert.DoesNotContain("seems to have lapsed", await WordsAsync(journey, journey.OwnPageOf(mentee)), StringComparison.Ordinal);
        Assert.Contains("Whenever a mentor becomes free", await WordsAsync(journey, journey.OwnPageOf(mentee)), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE17")]
    public async Task A_mentee_who_waits_is_matched_again_once_the_membership_is_renewed_however_late()
    {
        await using var journey = await StartAsync();
        Directory.With("M-5");
        var other = await journey.RegisterAsync(Mentee("Ann Lee", "M-5"));
        var (first, _) = await PairAsync(journey);
        var (paired, waits, number) = journey.Templates(first).Contains("agreement-complete") ? (first, other, "M-5") : (other, first, "M-1");
        Directory.With(number, "lapsed");
        await journey.AdvanceDaysAsync(65);
        Assert.Equal("membership-over", Assert.Single(await AttentionAsync(journey)));

        // A place is free, and nobody is matched with them.
        await journey.EndAsync(paired, "objectives-met");
        await journey.AdvanceDaysAsync(5);
        Assert.DoesNotContain("offer", journey.Templates(waits));
        Directory.With(number);
        await journey.AdvanceDaysAsync(32);

        Assert.Empty(await AttentionAsync(journey));
        Assert.Single(journey.Mails(waits, "membership-lapsed"));
        Assert.Contains("offer", journey.Templates(waits));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task Whom_the_records_held_back_is_matched_once_the_settings_name_no_records_and_the_form_is_trusted()
    {
        await using var journey = await StartAsync();
        Directory.With("M-2");
        var tom = await journey.RegisterAsync(Mentee("Tom Hughes", "M-9"));
        await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 1));
        await journey.CloseAsync();
        Assert.Equal(["membership-unknown"], await AttentionAsync(journey));
        Assert.Empty(journey.Mails(tom, "offer"));

        await journey.RestartAsync();
        await journey.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Single(journey.Mails(tom, "offer"));
        Assert.Empty(await AttentionAsync(journey));
        journey.HasNoFaults();
    }
}
