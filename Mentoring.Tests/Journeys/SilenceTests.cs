namespace Mentoring.Tests.Journeys;

[Trait("Requirement", "B13")]
public sealed class SilenceTests
{
    private const string Tom = "tom.hughes@university.example";
    private const string Maya = "maya.okafor@university.example";

    [Fact]
    public async Task Somebody_who_never_answers_is_reminded_then_the_offer_ends_on_the_day_that_the_mail_named_and_the_next_has_the_place()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(8);

        Assert.Equal(["registration-received", "offer", "offer-reminder", "offer-reminder", "offer-expired"], journey.Templates(Tom));
        Assert.All(journey.Mails(Tom).Skip(1), mail => Assert.Contains("noon on Monday 7 October 2024", Journey.WordsOf(mail), StringComparison.Ordinal));
        // Noon of a London October day, summer time.
        Assert.Equal([Noon(3), Noon(6), Noon(7)], journey.Mails(Tom).Skip(2).Select(mail => mail.SentAt));
        Assert.Equal(["registration-received", "round-run"], journey.Templates(Maya));

        // Nothing more until they come back by themselves.
        await journey.AdvanceDaysAsync(5);
        Assert.Equal(5, journey.Mails(Tom).Count);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RA4")]
    public async Task The_place_of_a_silent_mentee_goes_to_the_next_at_the_moment_of_the_expiry()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentee("Ann Other"));
        await journey.CloseAsync();
        var waiting = Assert.Single(journey.Host.Mailbox.Read(), mail => mail.Mail.Template == "round-unmatched").Mail.To;
        await journey.AdvanceToAsync(Noon(7).AddMinutes(-1));
        Assert.Empty(journey.Mails(waiting, "offer"));
        await journey.AdvanceToAsync(Noon(7));

        var offer = Assert.Single(journey.Mails(waiting, "offer"));
        Assert.Equal(Noon(7), offer.SentAt);
        Assert.Contains("noon on Monday 14 October 2024", Journey.WordsOf(offer), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_reply_date_beyond_the_change_of_clocks_is_kept_at_local_noon()
    {
        await using var journey = await Journey.StartAsync(settings =>
        {
            Schemes.SchemeJson.Put(settings, "rounds[0].deadline", "\"2024-10-25T12:00\"");
            Schemes.SchemeJson.Put(settings, "offers.reminderDays", "[1, 3]");
        });
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.AdvanceToAsync(new DateTimeOffset(2024, 11, 2, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(
            [new DateTimeOffset(2024, 10, 26, 11, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 10, 28, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 11, 1, 12, 0, 0, TimeSpan.Zero)],
            journey.Mails(Tom).Skip(2).Select(mail => mail.SentAt));
        Assert.All(journey.Mails(Tom).Skip(1), mail => Assert.Contains("noon on Friday 1 November 2024", Journey.WordsOf(mail), StringComparison.Ordinal));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Whoever_still_waits_is_written_to_on_the_date_that_they_were_told()
    {
        await using var journey = await Journey.StartAsync(settings => Schemes.SchemeJson.Put(settings, "waiting.updateAfterDays", "14"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes", "wellbeing"));
        await journey.CloseAsync();
        Assert.Contains("14 October 2024", Journey.WordsOf(journey.MailTo(Maya, "round-run")), StringComparison.Ordinal);
        Assert.Contains("14 October 2024", Journey.WordsOf(journey.MailTo(Tom, "round-unmatched")), StringComparison.Ordinal);

        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 14, 22, 59, 0, TimeSpan.Zero));
        Assert.Equal("rematch-waiting", journey.Templates(Maya)[^1]);
        Assert.Equal("rematch-waiting", journey.Templates(Tom)[^1]);
        Assert.Equal(14, journey.MailTo(Maya, "rematch-waiting").SentAt.Day);
        Assert.Equal(journey.MailTo(Maya, "rematch-waiting").SentAt, journey.MailTo(Tom, "rematch-waiting").SentAt);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RA3")]
    public async Task On_that_date_a_mentor_whose_partnership_is_over_and_one_who_was_never_introduced_read_the_same_true_words()
    {
        await using var journey = await Journey.StartAsync(settings => Schemes.SchemeJson.Put(settings, "waiting.updateAfterDays", "14"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentor("Wendy Ball", 1, "senior-leadership"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();
        await journey.AcceptAsync(Tom);
        await journey.SignBothAsync(Tom, Maya);
        await journey.EndAsync(Tom, "circumstances");
        await journey.AdvanceDaysAsync(15);

        var introduced = journey.MailTo(Maya, "rematch-waiting");
        var never = journey.MailTo("wendy.ball@university.example", "rematch-waiting");
        Assert.DoesNotContain("introduced to a mentee so far", Journey.WordsOf(introduced), StringComparison.Ordinal);
        Assert.Contains("You have no mentee at the moment.", Journey.WordsOf(introduced), StringComparison.Ordinal);
        Assert.Equal(WithoutLinks(never, "Wendy Ball"), WithoutLinks(introduced, "Maya Okafor"));
        journey.HasNoFaults();
    }

    private static string WithoutLinks(Local.Mail.ReceivedMail mail, string name) =>
        mail.Links.Aggregate(mail.Mail.Subject + Journey.WordsOf(mail), (words, link) => words.Replace(link, "", StringComparison.Ordinal)).Replace(name, "", StringComparison.Ordinal);

    private static DateTimeOffset Noon(int day) => new(2024, 10, day, 11, 0, 0, TimeSpan.Zero);
}
