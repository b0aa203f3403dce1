using System.Text;
using System.Text.Json.Nodes;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.Extensions.DependencyInjection;
using static Mentoring.Tests.Journeys.TwoRounds;

namespace Mentoring.Tests.Journeys;

/// <summary>Who stands in a second round, and as what: people register anew, and are brought along.</summary>
public sealed class TwoRoundsPeopleTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [Trait("Requirement", "RM11")]
    public async Task A_running_partnership_counts_where_the_mentor_registers_anew(int before, bool pauses)
    {
        await using var journey = await StartAsync();
        await journey.PairAsync(mentor: Cast.Mentor("Maya Okafor", before));
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1));
        var ann = await journey.RegisterAsync(Cast.Mentee("Ann Other"));
        if (pauses)
            await journey.PressAsync(Maya, "pause");
        await journey.AdvanceToAsync(SecondRan);
        if (pauses)
            await journey.PressAsync(Maya, "rejoin", ("role", "mentor"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Empty(journey.Mails(ann, "offer"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "RM13")]
    public async Task Whom_a_mentee_declined_or_had_is_not_offered_again_where_they_register_anew(bool had)
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        if (had)
        {
            await journey.AcceptAsync(Tom);
            await journey.SignBothAsync(Tom, Maya);
            await journey.EndAsync(Tom, "other");
        }
        else
        {
            await journey.DeclineAsync(Tom);
        }

        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.AdvanceToAsync(SecondRan);

        Assert.Single(journey.Mails(Tom, "offer"));
    }

    [Fact]
    public async Task A_mentor_who_registers_anew_as_a_mentee_only_is_no_mentor_in_the_new_round()
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        await journey.RegisterAsync(Cast.Mentee("Maya Okafor"));
        await journey.AdvanceToAsync(SecondRan);

        Assert.Single(journey.Mails(Maya, "round-run"));
        Assert.Equal((0, 1), await MentorsAndMenteesAsync(journey));
    }

    [Fact]
    public async Task A_mentee_who_registers_anew_as_a_mentor_only_waits_in_the_new_round_for_nobody()
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();
        await journey.PressAsync(Tom, "stay", ("nextRound", "yes"));
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        await journey.RegisterAsync(Cast.Mentor("Tom Hughes"));
        await journey.AdvanceToAsync(SecondRan);

        Assert.Single(journey.Mails(Tom, "round-unmatched"));
        Assert.Equal((1, 0), await MentorsAndMenteesAsync(journey));
    }

    [Fact]
    public async Task Whoever_is_matched_by_hand_while_the_next_round_collects_its_people_stands_in_one_round_only()
    {
        MomentBefore? moment = null;
        await using var journey = await StartAsync(services => services.AddSingleton<ILedger>(
            moment = new MomentBefore("registration.brought", (ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!)));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        var maya = await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "wellbeing"));
        await journey.CloseAsync();
        await journey.PressAsync(Tom, "stay", ("nextRound", "yes"));
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "career-planning"));
        using var byHand = new StringContent(new JsonObject { ["mentee"] = Tom, ["mentor"] = maya }.ToJsonString(), Encoding.UTF8, "application/json");
        moment!.Then = () => journey.Host.Client.PostAsync(new Uri("/api/coordinator/pairs", UriKind.Relative), byHand);

        await journey.AdvanceToAsync(SecondRan);

        Assert.True(moment.Came);
        Assert.Single(journey.Mails(Tom, "offer"));
        Assert.Single(await StandingsAsync(journey), standing => standing is not MenteeStanding.Carried);
    }

    [Fact]
    public async Task Many_come_along_in_pieces_and_each_once()
    {
        await using var journey = await StartAsync();
        foreach (var name in (string[])["Ada Byron", "Grace Murray", "Edith Clarke", "Mary Cartwright", "Emmy Noether"])
            await journey.RegisterAsync(Cast.Mentor(name));
        foreach (var name in (string[])["Tom Hughes", "Ann Other"])
            await journey.RegisterAsync(Cast.Mentee(name, "wellbeing"));
        await journey.CloseAsync();
        await journey.PressAsync(Tom, "stay", ("nextRound", "yes"));
        await journey.AdvanceToAsync(InSecond);
        var carrying = journey.Host.Services.GetRequiredService<CarryingOver>();
        var moved = new List<int>();
        while (moved.Count < 10)
        {
            var before = await InAsync(journey, "2025");
            var more = await carrying.IntoAsync("2025", most: 2, new WakesNobody(), CancellationToken.None);
            moved.Add(await InAsync(journey, "2025") - before);
            if (!more) break;
        }

        await journey.AdvanceToAsync(SecondRan);

        Assert.Equal([2, 2, 2, 0], moved);
        Assert.Equal((5, 1), await MentorsAndMenteesAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Cut_off_between_leaving_one_round_and_arriving_in_the_next_everybody_arrives_once()
    {
        MomentBefore? moment = null;
        await using var journey = await StartAsync(services => services.AddSingleton<ILedger>(
            moment = new MomentBefore("registration.brought", (ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!)));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        await journey.CloseAsync();
        await journey.PressAsync(Tom, "stay", ("nextRound", "yes"));
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "career-planning"));
        moment!.Then = () => throw new IOException("The connection was lost.");

        await journey.AdvanceToAsync(SecondRan);

        Assert.True(moment.Came);
        Assert.Single(journey.Mails(Tom, "offer"));
        Assert.Equal([nameof(MenteeStanding.Carried), nameof(MenteeStanding.Offered)], (await StandingsAsync(journey)).Select(standing => standing.GetType().Name));
    }

    private static async Task<int> InAsync(Journey journey, string round)
    {
        var found = 0;
        await foreach (var _ in new LedgerReader(journey.Host.Ledger).AllAsync(Stages.Registrations, round, default))
            found++;
        return found;
    }

    private static async Task<(int Mentors, int Mentees)> MentorsAndMenteesAsync(Journey journey)
    {
        var figures = (JsonObject)JsonNode.Parse(await journey.Host.Client.GetStringAsync(new Uri("/api/coordinator/rounds/2025", UriKind.Relative)))!;
        return ((int)figures["mentors"]!, (int)figures["mentees"]!);
    }
}
