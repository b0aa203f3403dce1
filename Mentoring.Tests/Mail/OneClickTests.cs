using System.Net;
using Mentoring.Local.Mail;
using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Mail;

/// <summary>Mails that are optional can be stopped in the mail program, with one click (RFC 8058).</summary>
public sealed class OneClickTests
{
    private const string Tom = "tom.hughes@university.example";

    [Fact]
    public void Only_mails_about_waiting_are_optional()
    {
        var optional = new Pages.Samples().Mails().Where(mail => mail.Stop is not null).Select(mail => mail.Template).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["no-second-match", "rematch-waiting", "round-unmatched"], optional);
    }

    [Fact]
    public async Task One_click_in_the_mail_program_takes_a_mentee_off_the_waiting_list_and_is_not_redirected()
    {
        await using var journey = await WaitingAsync();
        var mail = journey.MailTo(Tom, "round-unmatched");
        Assert.Equal("List-Unsubscribe=One-Click", mail.Mail.Headers["List-Unsubscribe-Post"]);

        var answer = await journey.PostAsync(StopOf(mail), ("List-Unsubscribe", "One-Click"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("mentee-waiting", await journey.StandingsAsync(Tom));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B12")]
    public async Task Opening_the_address_of_the_one_click_changes_nothing()
    {
        await using var journey = await WaitingAsync();
        var before = await journey.JournalAsync();

        var page = await journey.GetAsync(StopOf(journey.MailTo(Tom, "round-unmatched")));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Take me off the waiting list", page.Body, StringComparison.Ordinal);
        Assert.Equal(before, await journey.JournalAsync());
        Assert.Contains("mentee-waiting", await journey.StandingsAsync(Tom));
    }

    private static async Task<Journey> WaitingAsync()
    {
        var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();
        return journey;
    }

    private static string StopOf(ReceivedMail mail) => new Uri(mail.Mail.Headers["List-Unsubscribe"].Trim('<', '>')).PathAndQuery;
}
