using System.Text;
using System.Text.Json.Nodes;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>A second round runs while people of the first have offers, partners and places.</summary>
public sealed class TwoRoundsTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";

    private static readonly DateTimeOffset InSecond = new(2024, 10, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset SecondRan = new(2024, 10, 4, 11, 30, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "RA1")]
    public async Task An_offer_that_waits_when_the_next_round_runs_can_still_be_accepted_and_its_place_is_not_given_twice()
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2));
        await journey.CloseAsync();
        var (ann, bob) = await InSecondAsync(journey);

        await journey.AcceptAsync(Tom);
        await journey.SignBothAsync(Tom, Maya);

        Assert.Single(journey.Mails(Maya, "introduction"));
        // One of her two places is Tom's.
        Assert.Single(journey.Mails(ann, "offer").Concat(journey.Mails(bob, "offer")));
        await journey.EndAsync(Tom, "objectives-met");
        await journey.AdvanceDaysAsync(1);
        Assert.Equal(2, journey.Mails(ann, "offer").Count + journey.Mails(bob, "offer").Count);
    }

    [Fact]
    [Trait("Requirement", "B6")]
    [Trait("Requirement", "RA3")]
    public async Task Across_two_rounds_a_mentor_whose_mentee_declined_gets_what_a_mentor_gets_for_whom_there_was_nobody()
    {
        var declined = await MayasMailsAsync(declines: true);
        var nobody = await MayasMailsAsync(declines: false);

        Assert.Contains("round-run", declined);
        Assert.Equal(2, declined.Count(template => template == "round-run"));
        Assert.Equal(nobody, declined);
    }

    [Fact]
    [Trait("Requirement", "RF8")]
    [Trait("Requirement", "RA4")]
    public async Task A_mentor_who_becomes_free_in_the_earlier_round_is_offered_to_whoever_waits_in_the_later_one()
    {
        await using var journey = await StartAsync();
        await journey.PairAsync();
        var (ann, bob) = await InSecondAsync(journey);
        Assert.Empty(journey.Mails(ann, "offer").Concat(journey.Mails(bob, "offer")));

        await journey.EndAsync(Tom, "objectives-met");
        await journey.AdvanceDaysAsync(1);

        Assert.Single(journey.Mails(ann, "offer").Concat(journey.Mails(bob, "offer")));
    }

    [Fact]
    [Trait("Requirement", "RF8")]
    public async Task A_mentee_who_comes_back_to_the_earlier_rounds_list_is_matched_with_the_later_rounds_mentors()
    {
        await using var journey = await StartAsync();
        await journey.PairAsync();
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        var wendy = await journey.RegisterAsync(Cast.Mentor("Wendy Ball"));
        await journey.AdvanceToAsync(SecondRan);

        await journey.EndAsync(Maya, "circumstances");
        await journey.AdvanceDaysAsync(1);

        Assert.Equal(2, journey.Mails(Tom, "offer").Count);
        await journey.AcceptAsync(Tom);
        Assert.Single(journey.Mails(wendy, "introduction"));
    }

    [Fact]
    public async Task Whoever_comes_back_and_finds_nobody_in_the_later_round_either_is_told_once()
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.AdvanceToAsync(SecondRan);

        await journey.DeclineAsync(Tom);
        await journey.AdvanceDaysAsync(1);

        Assert.Single(journey.Mails(Tom, "no-second-match"));
        Assert.IsType<MenteeStanding.Waiting>(Assert.Single(await StandingsAsync(journey), standing => standing is not MenteeStanding.Carried));
    }

    [Fact]
    public async Task A_mentor_who_came_along_and_is_not_available_after_an_ending_gets_nobody_in_the_later_round()
    {
        await using var journey = await StartAsync();
        await journey.PairAsync(mentor: Cast.Mentor("Maya Okafor", 2));
        var (ann, bob) = await InSecondAsync(journey);
        var (first, second) = journey.Mails(ann, "offer").Count == 1 ? (ann, bob) : (bob, ann);

        await journey.EndAsync(Maya, "capacity", ("available", "no"));
        await journey.DeclineAsync(first);
        await journey.AdvanceDaysAsync(1);

        Assert.Empty(journey.Mails(second, "offer"));
    }

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

    private static Task<Journey> StartAsync(Action<IServiceCollection>? services = null) => Journey.StartAsync(TwoRounds, services: services);

    private static void TwoRounds(JsonObject settings) => SchemeJson.Put(settings, "rounds", """
        [ { "id": "2024", "opens": "2024-09-04T00:00", "deadline": "2024-09-30T12:00" },
          { "id": "2025", "opens": "2024-10-02T00:00", "deadline": "2024-10-04T12:00" } ]
        """);

    /// <summary>Two more mentees register in the second round, and it runs.</summary>
    private static async Task<(string Ann, string Bob)> InSecondAsync(Journey journey)
    {
        await journey.AdvanceToAsync(InSecond);
        journey.Round = "2025";
        var people = (await journey.RegisterAsync(Cast.Mentee("Ann Other")), await journey.RegisterAsync(Cast.Mentee("Bob Other")));
        await journey.AdvanceToAsync(SecondRan);
        return people;
    }

    private static async Task<IReadOnlyList<string>> MayasMailsAsync(bool declines)
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", declines ? "career-planning" : "wellbeing"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.CloseAsync();
        Assert.Equal(declines ? 1 : 0, journey.Mails(Tom, "offer").Count);
        await journey.AdvanceToAsync(SecondRan.AddDays(1));
        if (declines)
            await journey.DeclineAsync(Tom);
        await journey.AdvanceDaysAsync(120);
        return [.. journey.Templates(Maya)];
    }

    private static async Task<IReadOnlyList<MenteeStanding>> StandingsAsync(Journey journey)
    {
        var standings = new List<MenteeStanding>();
        await foreach (var (_, state) in new LedgerReader(journey.Host.Ledger).AllAsync(Stages.Mentees, round: null, default))
            standings.Add(state);
        return standings;
    }

    private static async Task<(int Mentors, int Mentees)> MentorsAndMenteesAsync(Journey journey)
    {
        var figures = (JsonObject)JsonNode.Parse(await journey.Host.Client.GetStringAsync(new Uri("/api/coordinator/rounds/2025", UriKind.Relative)))!;
        return ((int)figures["mentors"]!, (int)figures["mentees"]!);
    }

    /// <summary>Does something just before a change is committed.</summary>
    private sealed class MomentBefore(string happening, ILedger inner) : LedgerAround(inner)
    {
        public Func<Task>? Then { get; set; }

        public bool Came { get; private set; }

        public override async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
        {
            if (!Came && Then is not null && change.Journal.Any(entry => entry.Event == happening))
            {
                Came = true;
                await Then();
            }

            return await base.CommitAsync(change, cancellation);
        }
    }
}
