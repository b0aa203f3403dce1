using System.Net;
using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Memberships;

/// <summary>What is over while a membership has lapsed is told with what to do, and promises nobody new meanwhile.</summary>
public sealed class LapseWordsTests : MembershipJourney
{
    private const string RenewFirst = "Until then we do not match you with anybody new";

    [Fact]
    [Trait("Requirement", "RE17")]
    public async Task A_mentee_whose_offer_is_taken_back_is_told_to_renew_first()
    {
        await using var journey = await StartAsync();
        Directory.With("M-1").With("M-2");
        var mentee = await journey.RegisterAsync(Mentee("Tom Hughes", "M-1").With("seeks", "wellbeing"));
        var mentor = await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 1));
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(28);
        Assert.Equal(HttpStatusCode.Created, (await journey.MatchByHandAsync(mentee, mentor)).Status);
        Directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(4);
        await journey.PressAsync(mentor, "withdraw");
        await journey.AdvanceDaysAsync(1);

        var words = Journey.WordsOf(journey.MailTo(mentee, "offer-withdrawn"));
        Assert.Contains(RenewFirst, words, StringComparison.Ordinal);
        Assert.DoesNotContain("We look for another mentor for you", words, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Theory]
    [Trait("Requirement", "RD1")]
    [Trait("Requirement", "RE17")]
    [InlineData(true, "Your place is kept for another mentee.", "You are available")]
    [InlineData(false, "You are back on the waiting list.", "There is nothing for you to do.")]
    public async Task Whoever_signed_what_lapses_is_told_to_renew_first(bool isMentor, string said, string unsaid)
    {
        await using var journey = await StartAsync("coordinator", graceDays: 60);
        Directory.With("M-1").With("M-2");
        var (mentee, mentor) = (await journey.RegisterAsync(Mentee("Tom Hughes", "M-1")), await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 2)));
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(4);
        await journey.AcceptAsync(mentee);
        var signs = isMentor ? mentor : mentee;
        await journey.SignAsync(signs);
        Directory.With(isMentor ? "M-2" : "M-1", "lapsed");
        await journey.AdvanceDaysAsync(30);

        Assert.DoesNotContain("meanwhile.If", Journey.WordsOf(journey.MailTo(signs, "membership-lapsed")), StringComparison.Ordinal);
        var words = Journey.WordsOf(journey.MailTo(signs, "agreement-lapsed"));
        Assert.All([said, RenewFirst], expected => Assert.Contains(expected, words, StringComparison.Ordinal));
        Assert.DoesNotContain(unsaid, words.Replace("and there is nothing else for you to do.", "", StringComparison.Ordinal), StringComparison.Ordinal);
        journey.HasNoFaults();
    }
}
