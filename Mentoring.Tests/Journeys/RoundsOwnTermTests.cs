using System.Globalization;
using Mentoring.Tests.Pages;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

/// <summary>A round whose partnerships last another time than the scheme's usual: people read, and agree to, what will be.</summary>
public sealed class RoundsOwnTermTests
{
    [Theory]
    [InlineData(12, 6, 6, 5)]
    [InlineData(6, 3, 12, 3)]
    [Trait("Requirement", "RC3")]
    [Trait("Requirement", "RE6")]
    public async Task The_form_the_declaration_the_own_page_and_the_offer_name_the_rounds_length(int scheme, int interim, int round, int review)
    {
        await using var journey = await Journey.StartAsync(settings =>
        {
            settings["termMonths"] = scheme;
            SchemeJson.Put(settings, "reviews", $$"""{ "interimAfterMonths": {{interim}}, "answerDays": 21, "reminderDays": [7] }""");
            settings["rounds"]![0]!["reviewMonths"] = round;
        });

        var form = await WordsAsync(journey, "/register");
        Assert.Contains($"A partnership takes time from both of you for about {round} months", form, StringComparison.Ordinal);
        Assert.Contains($"I can give it the time it needs for about {round} months", form, StringComparison.Ordinal);
        foreach (var page in new[] { form, await WordsAsync(journey, "/scheme") })
            Assert.Contains($"About {round} months, with a review after {review} months", page, StringComparison.Ordinal);
        Assert.Contains($"for about {round} months", (await journey.GetAsync("/register/snippet")).Body, StringComparison.Ordinal);

        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1));
        var mentee = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        Assert.Contains($"I can give it the time it needs for about {round} months", await WordsAsync(journey, journey.OwnPageOf(mentee)), StringComparison.Ordinal);
        Assert.Contains($"For about {round} months", await WordsAsync(journey, journey.OwnPageOf(mentor)), StringComparison.Ordinal);

        await journey.CloseAsync();
        Assert.Contains($"For about {round} months", await WordsAsync(journey, journey.OwnPageOf(mentee)), StringComparison.Ordinal);
        Assert.Contains($"for about {round} months", await WordsAsync(journey, journey.LinkTo(mentee, "offer", "/offers/")), StringComparison.Ordinal);
        Assert.Contains($"about {round} months", Journey.WordsOf(journey.MailTo(mentee, "offer")), StringComparison.Ordinal);

        await journey.AcceptAsync(mentee);
        await journey.SignBothAsync(mentee, mentor);
        Assert.Contains(journey.Deadline.AddMonths(review).ToString("MMMM yyyy", CultureInfo.InvariantCulture), Journey.WordsOf(journey.MailTo(mentee, "agreement-complete")), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    private static async Task<string> WordsAsync(Journey journey, string page) => Rendered.Words(Rendered.Parse((await journey.GetAsync(page)).Body));
}
