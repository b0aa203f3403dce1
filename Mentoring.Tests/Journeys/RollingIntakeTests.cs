using System.Text.Json.Nodes;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

public sealed class RollingIntakeTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";
    private static readonly DateTimeOffset Start = new(2024, 9, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task Where_intake_is_rolling_whoever_registers_is_matched_as_soon_as_there_is_somebody()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["registration-received", "rematch-waiting"], journey.Templates(Tom));

        await journey.AdvanceDaysAsync(40);
        Assert.Equal(2, journey.Templates(Tom).Count);
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal("offer", journey.Templates(Tom)[^1]);
        Assert.Equal(["registration-received"], journey.Templates(Maya));
        await journey.AcceptAsync(Tom);
        Assert.Equal("introduction", journey.Templates(Maya)[^1]);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task A_rolling_form_names_no_deadline_and_a_registration_can_be_changed_at_any_time()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        var form = (await journey.GetAsync("/register")).Body;
        await journey.AdvanceDaysAsync(100);
        var own = (await journey.GetAsync(Journey.LinkIn(journey.MailTo(Tom, "registration-received"), "/registrations/"))).Body;

        Assert.Contains("You can register at any time.", form, StringComparison.Ordinal);
        Assert.Contains("You can change anything below at any time.", own, StringComparison.Ordinal);
        Assert.Contains("you are on the waiting list", own, StringComparison.Ordinal);
        Assert.DoesNotContain("next round", own, StringComparison.Ordinal);
        Assert.All((string[])[form, own, Journey.WordsOf(journey.MailTo(Tom, "registration-received"))], words => Assert.DoesNotContain("9000", words, StringComparison.Ordinal));
        journey.HasNoFaults();
    }

    private static void Rolling(JsonObject root)
    {
        SchemeJson.Put(root, "intake", "\"rolling\"");
        SchemeJson.Put(root, "rounds[0].deadline", null);
    }
}
