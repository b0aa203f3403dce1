using System.Net;
using System.Text.Json.Nodes;
using Mentoring.Functions.Settings;
using Mentoring.Local.Commands;
using Mentoring.Local.Simulation;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

public sealed partial class RollingIntakeTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";
    internal static readonly DateTimeOffset Start = new(2024, 9, 5, 8, 0, 0, TimeSpan.Zero);

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

    [Fact]
    [Trait("Requirement", "RE10")]
    public async Task No_mail_of_a_rolling_scheme_names_a_date_that_never_comes_or_a_next_round()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.DeclineAsync(Tom);
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.PressAsync(Tom, "withdraw");

        Assert.Equal(["registration-received", "rematch-waiting", "offer", "no-second-match", "registration-withdrawn"], journey.Templates(Tom));
        Assert.All(journey.Mails(Tom).Select(Journey.WordsOf), words => Assert.DoesNotMatch("9000|round", words));
        Assert.Contains("you can register again at any time", Journey.WordsOf(journey.MailTo(Tom, "registration-withdrawn")), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "RE10")]
    [Trait("Requirement", "RM13")]
    public async Task Where_intake_is_rolling_whoever_is_done_comes_back_by_the_button_or_by_the_same_form_and_hears_where_they_stand(bool byForm)
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await DoneAsync(journey);
        var own = (await journey.GetAsync(journey.OwnPageOf(Tom))).Body;
        Assert.Contains("Put me on the waiting list", own, StringComparison.Ordinal);
        Assert.DoesNotContain("round", own[own.IndexOf("As a mentee", StringComparison.Ordinal)..own.IndexOf("Put me on", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Single(journey.Mails(Tom, "rematch-waiting"));

        if (byForm)
            await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        else
            Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(Tom, "rejoin", ("role", "mentee"))).Status);
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(Tom));
        Assert.Collection(
            journey.Mails(Tom, "rematch-waiting"),
            first => Assert.EndsWith("you are on the waiting list", first.Mail.Subject, StringComparison.Ordinal),
            second => Assert.EndsWith("you are on the waiting list again", second.Mail.Subject, StringComparison.Ordinal));

        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, journey.Mails(Tom, "offer").Count);
        Assert.Contains("Wendy Ball", journey.MailTo(Tom, "offer").Mail.Text, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RM13")]
    public async Task Whoever_is_done_and_registers_anew_with_other_answers_is_still_not_offered_the_mentor_they_had()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await DoneAsync(journey);
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning", "wellbeing"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(Tom));
        Assert.Single(journey.Mails(Tom, "offer"));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE10")]
    [Trait("Requirement", "B7")]
    public async Task A_year_of_rolling_intake_runs_without_the_coordinator_and_counts_days_from_each_registration()
    {
        using var folder = new TestFolder();
        var settings = (JsonObject)JsonNode.Parse(TestScheme.Json)!;
        Rolling(settings);
        Journey.WriteScheme(folder, settings);
        var scheme = SchemeFile.Read(folder.File("scheme.json"));

        var year = await SimulateCommand.PlayAsync(
            folder.File("scheme.json"), scheme, [.. SimulatedPeople.Invent(scheme, 12, 8, seed: 1)], months: 6, seed: 1, new Temperament(), CancellationToken.None);

        Assert.Equal((20, 0), (year.Registrations, year.CoordinatorActions));
        Assert.InRange(year.Pairs, 4, 24);
        Assert.All(year.DaysToIntroduction, days => Assert.InRange(days, 0, 60));
        Assert.Contains("joining to introduction", YearReport.Of(year), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "RM12")]
    public async Task Whoever_asks_not_to_be_paired_with_somebody_takes_back_an_offer_that_waits_and_no_other(bool byLink)
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var ann = await journey.RegisterAsync(Cast.Mentee("Ann Other"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        var offer = journey.LinkTo(Tom, "offer", "/offers/");

        var changed = Cast.Mentor("Maya Okafor", 2).With("exclude", Tom);
        var reply = byLink
            ? await journey.PostAsync(journey.OwnPageOf(Maya), [.. changed.Names.SelectMany(name => changed[name].Select(value => (name, value)))])
            : await journey.SubmitAsync(changed);
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(byLink ? HttpStatusCode.SeeOther : HttpStatusCode.Created, reply.Status);
        Assert.Equal("offer-withdrawn", journey.Templates(Tom)[^1]);
        Assert.Equal(HttpStatusCode.Gone, (await journey.PostForJsonAsync(offer, ("answer", "accept"))).Status);
        Assert.Equal(["registration-received", "registration-amended"], journey.Templates(Maya));
        Assert.Equal(["registration-received", "offer"], journey.Templates(ann));
        await journey.AcceptAsync(ann);
    }

    [Fact]
    [Trait("Requirement", "RE14")]
    public async Task A_mentor_who_lowers_their_places_gets_no_more_mentees_than_they_take()
    {
        await using var journey = await Journey.StartAsync(Rolling, Start);
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        var ann = await journey.RegisterAsync(Cast.Mentee("Ann Other"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(journey.Mails(ann, "offer"));

        await journey.SubmitAsync(Cast.Mentor("Maya Okafor", 1));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.AcceptAsync(Tom);

        Assert.Equal("offer-withdrawn", journey.Templates(ann)[^1]);
        Assert.Single(journey.Mails(Maya, "introduction"));
        journey.HasNoFaults();
    }

    /// <summary>Tom waits, has Maya for a while, and is done; she is available again.</summary>
    private static async Task DoneAsync(Journey journey)
    {
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 1, "career-planning"));
        await journey.AdvanceAsync(TimeSpan.FromHours(1));
        await journey.AcceptAsync(Tom);
        await journey.SignBothAsync(Tom, Maya);
        await journey.AdvanceDaysAsync(60);
        await journey.EndAsync(Tom, "objectives-met");
        Assert.Equal(["mentee-finished"], await journey.StandingsAsync(Tom));
    }

    internal static void Rolling(JsonObject root)
    {
        SchemeJson.Put(root, "intake", "\"rolling\"");
        SchemeJson.Put(root, "rounds[0].deadline", null);
    }
}
