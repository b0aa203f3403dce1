using System.Text.Json.Nodes;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>A second round opens and runs while people of the first have offers, partners and places.</summary>
internal static class TwoRounds
{
    public const string Tom = "tom.hughes@university.example";
    public const string Maya = "maya.okafor@university.example";

    public static readonly DateTimeOffset InSecond = new(2024, 10, 3, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset SecondRan = new(2024, 10, 4, 11, 30, 0, TimeSpan.Zero);

    public static Task<Journey> StartAsync(Action<IServiceCollection>? services = null) => Journey.StartAsync(Settings, services: services);

    public static void Settings(JsonObject settings) => SchemeJson.Put(settings, "rounds", """
        [ { "id": "2024", "opens": "2024-09-04T00:00", "deadline": "2024-09-30T12:00" },
          { "id": "2025", "opens": "2024-10-02T00:00", "deadline": "2024-10-04T12:00" } ]
        """);

    /// <summary>Two more mentees register in the second round, and it runs.</summary>
    public static async Task<(string Ann, string Bob)> InSecondAsync(Journey journey)
    {
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        var people = (await journey.RegisterAsync(Cast.Mentee("Ann Other")), await journey.RegisterAsync(Cast.Mentee("Bob Other")));
        await journey.AdvanceToAsync(SecondRan);
        return people;
    }

    public static async Task<IReadOnlyList<MenteeStanding>> StandingsAsync(Journey journey)
    {
        var standings = new List<MenteeStanding>();
        await foreach (var (_, state) in new LedgerReader(journey.Host.Ledger).AllAsync(Stages.Mentees, round: null, default))
            standings.Add(state);
        return standings;
    }
}
