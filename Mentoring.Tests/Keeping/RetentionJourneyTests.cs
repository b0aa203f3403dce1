using System.Net;
using System.Text.Json.Nodes;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Keeping;

/// <summary>What is kept for how long, as people live through it. The scheme here lets go of a round's people two months after its last partnership has ended.</summary>
public sealed class RetentionJourneyTests
{
    private const string Traces = "(?i)Tom Hughes|tom.hughes|Maya Okafor|maya.okafor|Nobody For|marmalade";

    [Fact]
    public async Task A_rounds_people_are_forgotten_when_their_time_after_its_last_partnership_has_come()
    {
        await using var journey = await Journey.StartAsync(TwoMonths);
        var alone = await journey.RegisterAsync(Cast.Mentee("Nobody For", "relationships"));
        var (mentee, mentor) = await journey.PairAsync();
        await journey.PostAsync(journey.PartnershipOf(mentee) + "/review");
        await journey.ReviewAsync(mentee, "review-interim", ("progress", "Marmalade days"));
        var ends = (await journey.PartnershipAsync(mentee)).GetProperty("ends").GetDateTimeOffset();
        await journey.AdvanceToAsync(ends.AddDays(1));
        await journey.ReviewAsync(mentee, "review-final", ("continue", "no"));
        var ended = journey.Now;
        var journal = await LedgerImage.JournalAsync(journey.Host.Ledger);

        await journey.AdvanceToAsync(ended.AddMonths(2).AddHours(-1));
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(mentee))).Status);
        await journey.AdvanceDaysAsync(2);

        foreach (var row in await LedgerImage.RowsAsync(journey.Host.Ledger))
            Assert.DoesNotMatch(Traces, $"{row.Key} {row.Json}");
        foreach (var person in new[] { mentee, mentor, alone })
            Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(journey.OwnPageOf(person))).Status);

        // Nobody reads that it was they who withdrew, or who wished it.
        var somebody = (await LedgerImage.RowsAsync(journey.Host.Ledger)).First(row => row.Key.Kind == Stages.Registrations.Kind).Key.Id;
        var story = Rendered.Words(Rendered.Parse((await journey.GetAsync($"/coordinator/people/{somebody}")).Body));
        Assert.Contains("kept as long as the scheme’s settings say", story, StringComparison.Ordinal);
        Assert.DoesNotMatch("Withdrew|at their wish|Had everything", story);
        Assert.Equal(3, (await LedgerImage.RowsAsync(journey.Host.Ledger)).Count(row => row.Key.Kind == Stages.Registrations.Kind && row.Json.Contains("erased", StringComparison.Ordinal)));

        // The journal has only grown, and the matching can still be checked.
        await LedgerImage.JournalHoldsAsync(journey.Host.Ledger);
        Assert.Equal(journal.Select(entry => entry.Hash), (await LedgerImage.JournalAsync(journey.Host.Ledger)).Take(journal.Count).Select(entry => entry.Hash));
        Assert.True((await journey.GetJsonAsync($"/api/coordinator/rounds/{journey.Round}/certificate")).GetProperty("verdict").GetProperty("holds").GetBoolean());
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_review_that_was_open_when_a_pair_went_on_keeps_nobody_from_being_forgotten()
    {
        await using var journey = await Journey.StartAsync(TwoMonths);
        var (mentee, mentor) = await journey.PairAsync();
        await journey.AdvanceDaysAsync(175);
        await journey.PostAsync(journey.PartnershipOf(mentee) + "/review");
        await journey.AdvanceDaysAsync(12);
        foreach (var person in new[] { mentee, mentor })
            await journey.ReviewAsync(person, "review-final", ("continue", "yes"));
        await journey.AdvanceDaysAsync(3);
        await journey.EndAsync(mentee, "other", ("again", "no"));

        Assert.Contains("needs help", (await journey.FiguresAsync()).GetProperty("needsAttention").ToString(), StringComparison.Ordinal);
        await journey.AdvanceDaysAsync(75);
        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(journey.OwnPageOf(mentee))).Status);
        Assert.Empty((await journey.FiguresAsync()).GetProperty("needsAttention").EnumerateArray());
        journey.HasNoFaults();
    }

    [Fact]
    public async Task While_one_partnership_of_a_round_runs_nobody_in_it_is_forgotten()
    {
        await using var journey = await Journey.StartAsync(settings =>
        {
            SchemeJson.Put(settings, "termMonths", "12");
            SchemeJson.Put(settings, "retention.months", "2");
        });
        var alone = await journey.RegisterAsync(Cast.Mentee("Nobody For", "relationships"));
        await journey.PairAsync();
        await journey.AdvanceDaysAsync(150);

        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(alone))).Status);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Whoever_asked_to_stay_for_the_next_round_is_kept_until_it_comes_and_others_are_not()
    {
        await using var journey = await Journey.StartAsync(TwoMonths);
        var stays = await journey.RegisterAsync(Cast.Mentee("Stays Here", "relationships"));
        var goes = await journey.RegisterAsync(Cast.Mentee("Nobody For", "relationships"));
        await journey.CloseAsync();
        await journey.PressAsync(stays, "stay", ("nextRound", "yes"));
        await journey.AdvanceDaysAsync(42 + 70);

        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(stays))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(journey.OwnPageOf(goes))).Status);
        Assert.Equal(["registration-received", "round-unmatched", "rematch-waiting"], journey.Templates(goes));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task In_a_round_that_never_closes_each_person_is_forgotten_in_their_own_time_and_whoever_still_waits_or_mentors_is_not()
    {
        await using var journey = await Journey.StartAsync(settings => Rolling(TwoMonths, settings), InSeptember);
        var waits = await journey.RegisterAsync(Cast.Mentee("Stays Here", "relationships"));
        var leaves = await journey.RegisterAsync(Cast.Mentee("Nobody For", "relationships"));
        var mentee = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.PressAsync(leaves, "withdraw", ("confirm", "yes"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.AcceptAsync(mentee);
        await journey.SignBothAsync(mentee, mentor);

        await journey.AdvanceDaysAsync(50);
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(leaves))).Status);
        await journey.AdvanceDaysAsync(15);
        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(journey.OwnPageOf(leaves))).Status);
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(mentee))).Status);

        await journey.EndAsync(mentee, "other");
        await journey.PressAsync(mentee, "withdraw", ("confirm", "yes"));
        await journey.AdvanceDaysAsync(40);
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(mentee))).Status);
        await journey.AdvanceDaysAsync(40);
        Assert.Equal(HttpStatusCode.Gone, (await journey.GetAsync(journey.OwnPageOf(mentee))).Status);
        foreach (var person in new[] { waits, mentor })
            Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(person))).Status);
        await LedgerImage.JournalHoldsAsync(journey.Host.Ledger);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Orchestrations_that_ended_a_month_ago_are_purged_and_those_that_run_are_not()
    {
        await using var journey = await Journey.StartAsync(TwoMonths);
        var declines = await journey.RegisterAsync(Cast.Mentee("Dina Clare", "senior-leadership"));
        await journey.RegisterAsync(Cast.Mentor("Drew Clay", 1, "senior-leadership"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.DeclineAsync(declines);
        await journey.AcceptAsync("tom.hughes@university.example");
        Assert.Equal(2, await CountAsync(journey, "offer-"));

        await journey.AdvanceDaysAsync(20);
        Assert.Equal(2, await CountAsync(journey, "offer-"));
        await journey.SignBothAsync("tom.hughes@university.example", "maya.okafor@university.example");
        await journey.AdvanceDaysAsync(20);
        Assert.Equal(0, await CountAsync(journey, "offer-"));
        Assert.Equal(1, await CountAsync(journey, "partnership-"));
        journey.HasNoFaults();
    }

    internal static readonly DateTimeOffset InSeptember = new(2024, 9, 5, 8, 0, 0, TimeSpan.Zero);

    internal static void Rolling(Action<JsonObject> others, JsonObject settings)
    {
        others(settings);
        SchemeJson.Put(settings, "intake", "\"rolling\"");
        SchemeJson.Put(settings, "rounds[0].deadline", null);
    }

    private static void TwoMonths(JsonObject settings)
    {
        Journey.ShortTerm(settings);
        SchemeJson.Put(settings, "retention.months", "2");
    }

    private static async Task<int> CountAsync(Journey journey, string prefix)
    {
        var found = 0;
        foreach (var state in new[] { "running", "completed" })
        {
            var instances = (await journey.GetJsonAsync($"/api/coordinator/instances?state={state}")).GetProperty("instances").EnumerateArray();
            found += instances.Count(instance => instance.GetProperty("instanceId").GetString()!.StartsWith(prefix, StringComparison.Ordinal));
        }

        return found;
    }
}
