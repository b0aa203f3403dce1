using System.Net;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Journeys;

/// <summary>Leave to share what one answered: it is used for what it says, and taken back at any time.</summary>
public sealed class SharingTests
{
    private const string Said = "Xylophone lessons";

    [Fact]
    [Trait("Requirement", "RV5")]
    [Trait("Requirement", "RV8")]
    public async Task The_partner_reads_what_they_are_allowed_to_on_the_pairs_page_until_its_author_takes_that_back()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await AnswerAsync(journey, mentee, "partner");
        var shared = await WordsAsync(journey, journey.PartnershipOf(mentor));
        Assert.Contains("What Tom Hughes lets you read", shared, StringComparison.Ordinal);
        Assert.Contains(Said, shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Only for Robin", shared, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, await WordsAsync(journey, $"/coordinator/rounds/{journey.Round}/feedback"), StringComparison.Ordinal);

        await AllowAsync(journey, mentee, ("share", "no"));
        Assert.DoesNotContain(Said, await WordsAsync(journey, journey.PartnershipOf(mentor)), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RV5")]
    [Trait("Requirement", "B10")]
    public async Task Leave_to_use_answers_is_given_and_taken_back_later_and_holds_from_then_on()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, _) = await journey.PairAsync();
        await AnswerAsync(journey, mentee, "case-study");
        var feedback = $"/coordinator/rounds/{journey.Round}/feedback";
        Assert.Contains("Case studies You may write to these people about a case study. Nobody else sees anything before they have agreed to its words.Tom Hughes", await WordsAsync(journey, feedback), StringComparison.Ordinal);

        await journey.AdvanceDaysAsync(100);
        await AllowAsync(journey, mentee, ("share", "yes"), ("purpose", "improve-scheme"));
        await AllowAsync(journey, mentee, ("share", "yes"), ("purpose", "improve-scheme"));
        var after = await WordsAsync(journey, feedback);
        Assert.Contains(Said, after, StringComparison.Ordinal);
        Assert.DoesNotContain("agreed to its words.Tom Hughes", after, StringComparison.Ordinal);
        Assert.Single(await journey.EventsAsync(), happened => happened == "review.permission-changed");
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RV5")]
    public async Task The_page_of_an_answered_review_shows_what_its_author_allows_now_and_takes_nothing_unclear()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        await AnswerAsync(journey, mentee, "partner");
        var review = journey.LinkTo(mentee, "review-interim", "/reviews/");
        Assert.Equal(["yes", "partner"], await ChosenAsync(journey, review));
        Assert.Equal("partner", Assert.Single((await journey.GetJsonAsync(review)).GetProperty("purposes").EnumerateArray()).GetString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await journey.PostAsync(review + "/permission", ("share", "yes"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await journey.PostAsync(review + "/permission", ("purpose", "partner"))).Status);
        Assert.Equal(["yes", "partner"], await ChosenAsync(journey, review));

        var other = await journey.PostForJsonAsync(journey.LinkTo(mentor, "review-interim", "/reviews/") + "/permission", ("share", "no"));
        Assert.Equal((HttpStatusCode.Conflict, "review-not-answered"), (other.Status, other.Code));
        journey.HasNoFaults();
    }

    private static async Task AnswerAsync(Journey journey, string author, string purpose)
    {
        await journey.PostAsync(journey.PartnershipOf(author) + "/review");
        await journey.ReviewAsync(author, "review-interim", ("support", Said), ("toCoordinator", "Only for Robin"), ("share", "yes"), ("purpose", purpose));
    }

    private static async Task AllowAsync(Journey journey, string author, params (string Name, string Value)[] fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PostAsync(journey.LinkTo(author, "review-interim", "/reviews/") + "/permission", fields)).Status);

    private static async Task<string> WordsAsync(Journey journey, string path) => Rendered.Words(Rendered.Parse((await journey.GetAsync(path)).Body));

    private static async Task<IEnumerable<string>> ChosenAsync(Journey journey, string path) =>
        Rendered.Parse((await journey.GetAsync(path)).Body).QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")!);
}
