using Mentoring.Functions.Rounds;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

public sealed class RoundJourneyTests
{
    [Fact]
    [Trait("Requirement", "RM2")]
    [Trait("Requirement", "RM5")]
    [Trait("Requirement", "RM7")]
    [Trait("Requirement", "RM8")]
    public async Task The_coordinator_sees_why_each_match_was_made()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "wellbeing", "career-planning"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "wellbeing"));
        await journey.CloseAsync();

        var match = Assert.Single(await journey.MatchesAsync());
        Assert.Equal(("Tom Hughes", "Wendy Ball", "pending"), (Name(match, "mentee"), Name(match, "mentor"), match.GetProperty("state").GetString()));
        var reasons = match.GetProperty("reasons").EnumerateArray().ToList();
        Assert.Contains(reasons, reason => reason.GetProperty("words").GetString()!.Contains("Wellbeing", StringComparison.Ordinal));
        Assert.Equal(match.GetProperty("score").GetInt64(), reasons.Sum(reason => reason.GetProperty("points").GetInt64()));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_mentor_who_pauses_before_the_round_runs_is_told_of_it_like_every_other()
    {
        await using var journey = await Journey.StartAsync();
        var pauses = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        var stays = await journey.RegisterAsync(Cast.Mentor("Drew Clay"));
        await journey.PressAsync(pauses, "pause");
        await journey.CloseAsync();

        Assert.Single(journey.Mails(pauses, "round-run"));
        Assert.Single(journey.Mails(stays, "round-run"));
        var words = Journey.WordsOf(journey.MailTo(pauses, "round-run"));
        Assert.Contains("You are pausing, so we look for nobody new for you until you say so.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("you stay available", words, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task The_word_that_somebody_still_waits_goes_to_no_mentor_who_has_a_partner()
    {
        await using var journey = await Journey.StartAsync();
        var alone = await journey.RegisterAsync(Cast.Mentor("Drew Clay", 1, "senior-leadership"));
        var (_, mentor) = await journey.PairAsync(mentor: Cast.Mentor("Maya Okafor", 2));
        await journey.AdvanceDaysAsync(50);

        Assert.Single(journey.Mails(alone, "rematch-waiting"));
        Assert.Empty(journey.Mails(mentor, "rematch-waiting"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RM4")]
    [Trait("Requirement", "RM11")]
    [Trait("Requirement", "RA12")]
    public async Task Of_more_mentees_than_places_the_rest_wait_and_are_asked_to_stay()
    {
        await using var journey = await Journey.StartAsync();
        var mentees = new List<string>();
        for (var number = 0; number < 5; number++)
            mentees.Add(await journey.RegisterAsync(Cast.Mentee($"Mentee {number}")));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 3));
        await journey.CloseAsync();

        Assert.Equal(3, mentees.Count(mentee => journey.Mails(mentee, "offer").Count == 1));
        var waiting = mentees.Where(mentee => journey.Mails(mentee, "round-unmatched").Count == 1).ToList();
        Assert.Equal(2, waiting.Count);
        Assert.Equal(2, (await journey.FiguresAsync()).GetProperty("waiting").GetInt32());
        var words = Journey.WordsOf(journey.MailTo(waiting[0], "round-unmatched"));
        Assert.Contains("sorry", words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("invite you to stay", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Maya", words, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await journey.PressAsync(waiting[0], "stay", ("nextRound", "yes"))).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RM12")]
    public async Task Whoever_is_named_as_never_to_be_paired_with_is_not_matched_from_either_side()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Line Manager", 3));
        await journey.RegisterAsync(Cast.Mentor("Group Leader", 3).With("exclude", "ann.member@university.example"));
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes").With("exclude", "LINE.manager@university.example", "group.leader@university.example"));
        var ann = await journey.RegisterAsync(Cast.Mentee("Ann Member").With("exclude", "line.manager@university.example"));
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(1);

        Assert.Empty(await journey.MatchesAsync());
        Assert.Empty(journey.Mails(tom, "offer"));
        Assert.Empty(journey.Mails(ann, "offer"));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await journey.MatchByHandAsync(tom, "line.manager@university.example")).Status);
        journey.HasNoFaults();
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("mentor")]
    [InlineData("mentee")]
    public async Task A_round_with_nobody_to_match_runs_and_says_so(string who)
    {
        await using var journey = await Journey.StartAsync(settings => SchemeJson.Put(settings, "waiting.updateAfterDays", "7"));
        if (who == "mentor")
            await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        if (who == "mentee")
            await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();

        Assert.Empty(await journey.MatchesAsync());
        Assert.Contains("round.announced", await journey.EventsAsync());
        Assert.Equal(who == "nobody" ? 0 : 2, journey.Host.Mailbox.Read().Count);
        await HoldsAsync(journey);
        await journey.AdvanceDaysAsync(8);
        Assert.Equal(who == "nobody" ? 0 : 3, journey.Host.Mailbox.Read().Count);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B9")]
    [Trait("Requirement", "B1")]
    public async Task What_a_round_left_behind_can_be_checked_and_comes_out_the_same_again()
    {
        await using var journey = await Journey.StartAsync();
        for (var number = 0; number < 6; number++)
            await journey.RegisterAsync(Cast.Mentee($"Mentee {number}", number % 2 == 0 ? ["wellbeing", "career-planning"] : ["career-planning"]));
        for (var number = 0; number < 3; number++)
            await journey.RegisterAsync(Cast.Mentor($"Mentor {number}", 1 + (number % 2), "career-planning", "wellbeing"));
        await journey.CloseAsync();
        await HoldsAsync(journey);

        var certificate = await journey.GetAsync("/api/coordinator/rounds/2024/certificate", json: true);
        Assert.Equal(System.Net.HttpStatusCode.OK, certificate.Status);
        await journey.DeclineAsync(journey.Host.Mailbox.Read().First(mail => mail.Mail.Template == "offer").Mail.To);
        await HoldsAsync(journey);
        Assert.Equal(certificate.Body, (await journey.GetAsync("/api/coordinator/rounds/2024/certificate", json: true)).Body);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B8")]
    [Trait("Requirement", "RA12")]
    public async Task Whoever_waited_for_a_round_goes_before_a_better_match_that_is_new()
    {
        await using var journey = await Journey.StartAsync(settings => SchemeJson.Put(settings, "rounds", """
            [ { "id": "2024", "opens": "2024-09-04T00:00", "deadline": "2024-09-30T12:00" },
              { "id": "2025", "opens": "2024-10-02T00:00", "deadline": "2024-10-04T12:00" } ]
            """));
        var patient = await journey.RegisterAsync(Cast.Mentee("Patient Pat", "wellbeing", "career-planning"));
        var quiet = await journey.RegisterAsync(Cast.Mentee("Quiet Quinn"));
        await journey.CloseAsync();
        Assert.Equal(["registration-received", "round-unmatched"], journey.Templates(patient));
        await journey.PressAsync(patient, "stay", ("nextRound", "yes"));

        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 3, 9, 0, 0, TimeSpan.Zero));
        journey.Round = "2025";
        var newcomer = await journey.RegisterAsync(Cast.Mentee("New Nell", "career-planning"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 4, 11, 10, 0, TimeSpan.Zero));

        Assert.Single(journey.Mails(patient, "offer"));
        Assert.Single(journey.Mails(newcomer, "round-unmatched"));
        Assert.Equal(["registration-received", "round-unmatched"], journey.Templates(quiet));
        await HoldsAsync(journey);
        await journey.AcceptAsync(patient);
        Assert.Single(journey.Mails("maya.okafor@university.example", "introduction"));
        journey.HasNoFaults();
    }

    private static async Task HoldsAsync(Journey journey) => Assert.All(
        await journey.Host.Services.GetRequiredService<RoundVerification>().CheckAsync(journey.Round, CancellationToken.None),
        finding => Assert.True(finding.Holds, finding.Words));

    private static string Name(System.Text.Json.JsonElement match, string who) => match.GetProperty(who).GetProperty("name").GetString()!;
}
