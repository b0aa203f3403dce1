using Mentoring.Functions.Memberships;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Journeys;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Memberships;

/// <summary>A membership that lapses while somebody waits or has a partner.</summary>
public sealed class MembershipLapseTests : MembershipJourney
{
    [Fact]
    [Trait("Requirement", "B11")]
    [Trait("Requirement", "RE17")]
    public async Task A_lapse_during_a_partnership_is_noticed_within_a_month_told_to_that_person_alone_and_forgotten_once_renewed()
    {
        await using var journey = await StartAsync();
        var (mentee, mentor) = await PairAsync(journey);
        var (hers, his) = (journey.Templates(mentor), journey.Templates(mentee));

        Directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(32);
        Assert.Equal([.. his, "membership-lapsed"], journey.Templates(mentee));
        Assert.Contains("the partnership ends, without blame", Journey.WordsOf(journey.MailTo(mentee, "membership-lapsed")), StringComparison.Ordinal);
        Assert.Equal(["membership-lapsed"], await AttentionAsync(journey));
        foreach (var page in (string[])[journey.OwnPageOf(mentee), journey.PartnershipOf(mentee)])
        {
            var words = await WordsAsync(journey, page);
            Assert.All(["seems to have lapsed", "Please renew it by", "the partnership ends, without blame"], said => Assert.Contains(said, words, StringComparison.Ordinal));
        }

        foreach (var page in (string[])[journey.OwnPageOf(mentor), journey.PartnershipOf(mentor)])
            Assert.DoesNotContain("seems to have lapsed", await WordsAsync(journey, page), StringComparison.Ordinal);

        await journey.AdvanceDaysAsync(20);
        Directory.With("M-1");
        await journey.AdvanceDaysAsync(60);

        Assert.Equal([.. his, "membership-lapsed"], journey.Templates(mentee));
        Assert.Equal(hers, journey.Templates(mentor));
        Assert.Equal("active", (await journey.PartnershipAsync(mentee)).GetProperty("state").GetString());
        Assert.Empty(await AttentionAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    [Trait("Requirement", "RV11")]
    public async Task A_mentees_membership_not_renewed_in_time_frees_the_mentors_place_for_whoever_waits_and_the_mentor_is_not_told_why()
    {
        await using var journey = await StartAsync();
        Directory.With("M-5");
        var waits = await journey.RegisterAsync(Mentee("Ann Lee", "M-5"));
        var (mentee, mentor) = await PairAsync(journey, mentee: "Tom Hughes");
        var (ended, other) = journey.Templates(mentee).Contains("agreement-complete") ? (mentee, waits) : (waits, mentee);

        Directory.With(ended == mentee ? "M-1" : "M-5", "lapsed");
        await journey.AdvanceDaysAsync(32);
        Assert.DoesNotContain("partnership-ended", journey.Templates(ended));
        await journey.AdvanceDaysAsync(32);

        Assert.Contains("partnership-ended", journey.Templates(ended));
        Assert.DoesNotContain("member", Journey.WordsOf(journey.MailTo(mentor, "partnership-ended")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("available for another mentee", Journey.WordsOf(journey.MailTo(mentor, "partnership-ended")), StringComparison.Ordinal);
        Assert.Contains("offer", journey.Templates(other));
        Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(ended));
        Assert.DoesNotContain("offer", journey.Templates(ended).Skip(journey.Templates(ended).ToList().IndexOf("partnership-ended")));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task A_mentors_membership_not_renewed_in_time_puts_the_mentee_back_on_the_waiting_list_and_gives_the_mentor_nobody_new()
    {
        await using var journey = await StartAsync();
        var (mentee, mentor) = await PairAsync(journey);

        Directory.With("M-2", "lapsed");
        await journey.AdvanceDaysAsync(65);

        Assert.Single(journey.Mails(mentor, "membership-lapsed"));
        Assert.Contains("partnership-ended", journey.Templates(mentor));
        Assert.Contains("mentee-waiting", await journey.StandingsAsync(mentee));
        Assert.Equal(["mentor-available"], await journey.StandingsAsync(mentor));
        Assert.DoesNotContain("offer", journey.Templates(mentee).Skip(journey.Templates(mentee).ToList().IndexOf("partnership-ended")));
        Assert.DoesNotContain("member", Journey.WordsOf(journey.MailTo(mentee, "partnership-ended")), StringComparison.OrdinalIgnoreCase);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task In_the_period_of_grace_a_mentor_with_a_free_place_is_not_told_that_they_are_available()
    {
        await using var journey = await StartAsync();
        Directory.With("M-2");
        var mentor = await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 1));
        await journey.CloseAsync();

        Directory.With("M-2", "lapsed");
        await journey.AdvanceDaysAsync(32);

        var words = await WordsAsync(journey, journey.OwnPageOf(mentor));
        Assert.All(["Until then we do not match you with anybody new", "As a mentor: your place is kept", "Your membership is put in order, and you are available again"], said => Assert.Contains(said, words, StringComparison.Ordinal));
        Assert.DoesNotContain("as soon as a mentee accepts", words, StringComparison.Ordinal);

        await journey.AdvanceDaysAsync(11);
        Assert.Contains("Until then we do not match you with anybody new", Journey.WordsOf(journey.MailTo(mentor, "rematch-waiting")), StringComparison.Ordinal);
        Assert.DoesNotContain("as soon as a mentee accepts", Journey.WordsOf(journey.MailTo(mentor, "rematch-waiting")), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task A_scheme_may_leave_it_to_the_coordinator_what_becomes_of_the_partnership()
    {
        await using var journey = await StartAsync("coordinator");
        var (mentee, _) = await PairAsync(journey);

        Directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(65);

        Assert.Equal("active", (await journey.PartnershipAsync(mentee)).GetProperty("state").GetString());
        Assert.Equal(["membership-over"], await AttentionAsync(journey));
        Assert.Single(journey.Mails("mentoring@planners.example", "coordinator-attention"));
        Assert.Contains("the coordinator gets in touch", Journey.WordsOf(journey.MailTo(mentee, "membership-lapsed")), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_timer_that_fires_twice_at_once_tells_a_person_once()
    {
        await using var journey = await StartAsync();
        var (mentee, _) = await PairAsync(journey);
        Directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(20);
        var services = journey.Host.Services;
        var (checking, waker) = (services.GetRequiredService<MembershipChecking>(), new DurableWaker(services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance));
        await journey.AdvanceDaysAsync(11);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => checking.CheckDueAsync(waker, CancellationToken.None)));
        await journey.AdvanceDaysAsync(2);

        Assert.Single(journey.Mails(mentee, "membership-lapsed"));
        Assert.Single(await journey.EventsAsync(), code => code == "registration.membership-lapsed");
        journey.HasNoFaults();
    }
}
