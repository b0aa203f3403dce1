using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Memberships;

/// <summary>Records that do not answer stop nobody, so somebody has to be told that they are silent.</summary>
public sealed class SilentRecordsTests : MembershipJourney
{
    private const string Silent = "membership-unanswered";

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task Records_that_give_no_answer_for_two_days_stand_on_the_desk_until_they_do()
    {
        await using var journey = await StartAsync();
        await PairAsync(journey);
        var paired = journey.Now;
        Directory.IsDown = true;
        await journey.AdvanceToAsync(paired.AddMonths(1).AddDays(1));
        Assert.DoesNotContain(Silent, await AttentionAsync(journey));

        await journey.AdvanceDaysAsync(2);
        Assert.Contains(Silent, await AttentionAsync(journey));
        Assert.Contains("The membership records do not answer", await WordsAsync(journey, "/coordinator"), StringComparison.Ordinal);

        Directory.IsDown = false;
        await journey.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.DoesNotContain(Silent, await AttentionAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE17")]
    public async Task Whoever_registered_on_trust_is_told_of_after_two_days_and_not_once_they_have_left()
    {
        await using var journey = await StartAsync();
        Directory.IsDown = true;
        var tom = await journey.RegisterAsync(Mentee("Tom Hughes", "M-1"));
        await journey.AdvanceDaysAsync(3);
        Assert.Contains(Silent, await AttentionAsync(journey));

        await journey.PressAsync(tom, "withdraw");
        Assert.DoesNotContain(Silent, await AttentionAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Where_the_form_is_trusted_nobody_waits_for_an_answer()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.AdvanceDaysAsync(60);
        Assert.DoesNotContain(Silent, await AttentionAsync(journey));
        journey.HasNoFaults();
    }
}
