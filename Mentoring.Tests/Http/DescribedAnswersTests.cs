using System.Text.Json;
using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Http;

/// <summary>What programs get from people's pages against its description.</summary>
public sealed class DescribedAnswersTests
{
    private static readonly JsonElement Schemas = OpenApi.Document.GetProperty("components").GetProperty("schemas");

    [Fact]
    public async Task Every_page_of_a_person_answers_programs_with_what_is_described_and_nothing_else()
    {
        await using var journey = await Journey.StartAsync();
        var (tom, _) = await journey.IntroduceAsync();
        await HoldsAsync("Offer", journey, journey.LinkTo(tom, "offer", "/offers/"));
        await HoldsAsync("Agreement", journey, journey.LinkTo(tom, "introduction", "/agreements/"));
        await journey.SignBothAsync(tom, "maya.okafor@university.example");
        await HoldsAsync("Partnership", journey, journey.PartnershipOf(tom));
        await journey.PostAsync(journey.PartnershipOf(tom) + "/review");
        await HoldsAsync("Review", journey, journey.LinkTo(tom, "review-interim", "/reviews/"));
        var own = await HoldsAsync("OwnRegistration", journey, journey.OwnPageOf(tom));
        Same("Standing", own.GetProperty("standings")[0]);
    }

    [Fact]
    public async Task What_needs_a_person_is_told_to_programs_as_it_is_described()
    {
        await using var journey = await Journey.StartAsync();
        var (tom, _) = await journey.IntroduceAsync();
        await journey.PostAsync(journey.LinkTo(tom, "introduction", "/partnerships/") + "/end", ("reason", "other"), ("comment", "We need help."));

        Same("Attention", (await journey.GetJsonAsync($"/api/coordinator/rounds/{journey.Round}")).GetProperty("needsAttention")[0]);
    }

    private static async Task<JsonElement> HoldsAsync(string schema, Journey journey, string path)
    {
        var answer = await journey.GetJsonAsync(path);
        Same(schema, answer);
        Assert.Contains(answer.GetProperty("state").GetString(), Schemas.GetProperty(schema).GetProperty("properties").GetProperty("state").GetProperty("enum").EnumerateArray().Select(code => code.GetString()));
        return answer;
    }

    private static void Same(string schema, JsonElement answer) => Assert.Equal(
        Schemas.GetProperty(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal),
        answer.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
}
