using System.Net;

namespace Mentoring.Tests.Journeys;

/// <summary>Pairs that came to nothing by themselves: the software leaves them alone, and the coordinator may bring them together again.</summary>
public sealed class MatchAgainTests
{
    [Fact]
    [Trait("Requirement", "RM13")]
    [Trait("Requirement", "RM14")]
    public async Task Two_whose_agreement_was_not_signed_in_time_begin_after_all_when_the_coordinator_matches_them_again()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.IntroduceAsync();
        await journey.AdvanceDaysAsync(29);
        Assert.Contains("If you would both still like to begin together, write to us", Journey.WordsOf(journey.MailTo(mentee, "agreement-lapsed")), StringComparison.Ordinal);
        foreach (var person in new[] { mentee, mentor })
            await journey.PressAsync(person, "rejoin");
        await journey.AdvanceDaysAsync(1);
        Assert.Single(journey.Mails(mentee, "offer"));

        var told = journey.Templates(mentor);
        var made = await journey.MatchByHandAsync(mentee, mentor);

        Assert.True(made.Status == HttpStatusCode.Created, made.Body);
        Assert.Contains("declined-before", made.Json.GetProperty("overruled").EnumerateArray().Select(gate => gate.GetProperty("code").GetString()));
        Assert.Equal(told, journey.Templates(mentor));
        await journey.AcceptAsync(mentee);
        await journey.SignBothAsync(mentee, mentor);
        Assert.Equal("active", (await journey.PartnershipAsync(mentee)).GetProperty("state").GetString());
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RM13")]
    [Trait("Requirement", "RA3")]
    public async Task An_offer_that_ran_out_can_be_made_again_by_hand_and_one_that_was_declined_never_can()
    {
        await using var journey = await Journey.StartAsync();
        var mentee = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(12);
        Assert.Single(journey.Mails(mentee, "offer-expired"));
        await journey.PressAsync(mentee, "rejoin");
        await journey.AdvanceDaysAsync(1);
        Assert.Single(journey.Mails(mentee, "offer"));

        var told = journey.Templates(mentor);
        Assert.Equal(HttpStatusCode.Created, (await journey.MatchByHandAsync(mentee, mentor)).Status);
        await journey.DeclineAsync(mentee);
        var refused = await journey.MatchByHandAsync(mentee, mentor);

        Assert.Equal((HttpStatusCode.Conflict, "declined-before"), (refused.Status, refused.Code));
        Assert.Contains("The mentee declined this mentor before", refused.Body, StringComparison.Ordinal);
        Assert.Equal(2, journey.Mails(mentee, "offer").Count);
        Assert.Equal(told, journey.Templates(mentor));
        journey.HasNoFaults();
    }
}
