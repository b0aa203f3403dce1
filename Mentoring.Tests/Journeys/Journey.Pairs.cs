using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentoring.Core.Registrations;
using Mentoring.Tests.House;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

/// <summary>How far two people have come.</summary>
internal sealed partial class Journey
{
    /// <summary>Settings of a scheme among the samples, in place of the test's own.</summary>
    public static Action<JsonObject> Sample(string folder) => settings =>
    {
        settings.Clear();
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(Repository.Read($"samples/{folder}/scheme.json"))!)
            settings[name] = value?.DeepClone();
    };

    /// <summary>A scheme of six months, for what happens at the end of a term.</summary>
    public static void ShortTerm(JsonObject settings)
    {
        SchemeJson.Put(settings, "termMonths", "6");
        SchemeJson.Put(settings, "reviews.interimAfterMonths", "1");
    }

    /// <summary>One mentor and one mentee, introduced to each other.</summary>
    public async Task<(string Mentee, string Mentor)> IntroduceAsync(FormFields? mentee = null, FormFields? mentor = null)
    {
        var first = await RegisterAsync(mentee ?? Cast.Mentee("Tom Hughes"));
        var second = await RegisterAsync(mentor ?? Cast.Mentor("Maya Okafor"));
        await CloseAsync();
        await AcceptAsync(first);
        return (first, second);
    }

    /// <summary>A partnership that runs.</summary>
    public async Task<(string Mentee, string Mentor)> PairAsync(FormFields? mentee = null, FormFields? mentor = null)
    {
        var pair = await IntroduceAsync(mentee, mentor);
        await SignBothAsync(pair.Mentee, pair.Mentor);
        return pair;
    }

    /// <summary>Path of the pair's own page, by the link of this person's latest mail that leads there.</summary>
    public string PartnershipOf(string email) => LinkTo(email, "agreement-complete", "/partnerships/");

    public Task<JsonElement> PartnershipAsync(string email) => GetJsonAsync(PartnershipOf(email));

    public async Task EndAsync(string email, string reason, params (string Name, string Value)[] more) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(PartnershipOf(email) + "/end", [("reason", reason), .. more])).Status);

    /// <summary>Answers the review that this person's latest mail of the template asks for.</summary>
    public async Task ReviewAsync(string email, string template, params (string Name, string Value)[] answers)
    {
        var reply = await PostAsync(LinkTo(email, template, "/reviews/"), [("useful", "4"), ("objectives", "mostly"), .. answers.Any(answer => answer.Name == "share") ? answers : [.. answers, ("share", "no")]]);
        Assert.True(reply.Status == HttpStatusCode.SeeOther, $"{reply.Status}: {reply.Body}");
    }

    /// <summary>Where this person stands, in codes.</summary>
    public async Task<IReadOnlyList<string>> StandingsAsync(string email) =>
        [.. (await GetJsonAsync(OwnPageOf(email))).GetProperty("standings").EnumerateArray().Select(standing => standing.GetProperty("state").GetString()!)];
}
