using System.Net;
using System.Text.Json;
using Mentoring.Core.Offers;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Shell;
using Mentoring.Local.Hosting;
using Mentoring.Local.Mail;
using Mentoring.Local.Schemes;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Mail;

public sealed class DeliveryReportTests : IDisposable
{
    private readonly TestFolder folder = new();
    private int sent;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_bounced_offer_stops_its_clock_and_calls_a_person()
    {
        await using var host = await StartAsync();
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceToAsync(SmallRound.Steps[1].At);
        var offer = host.Mailbox.Read().Last(mail => mail.Mail.Template == "offer");

        await ReportAsync(host, offer.Mail.Id, "Bounced");
        await ReportAsync(host, offer.Mail.Id, "Bounced");
        Assert.IsType<OutboxMail.Bounced>(await OutboxAsync(host, offer.Mail.Id));
        Assert.Single(host.Mailbox.Read(), mail => mail.Mail.Template == "coordinator-attention");

        await host.AdvanceAsync(TimeSpan.FromDays(60));
        using var page = await host.Client.GetAsync(new Uri(Journey.LinkIn(offer, "/offers/"), UriKind.Relative));
        var words = await page.Content.ReadAsStringAsync();
        Assert.Contains("no time runs yet", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Please answer by", words, StringComparison.Ordinal);
        var own = Journey.LinkIn(host.Mailbox.Read(offer.Mail.To).First(mail => mail.Mail.Template == "registration-received"), "/registrations/");
        words = await host.Client.GetStringAsync(new Uri(own, UriKind.Relative));
        Assert.Contains("no time runs yet", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Please answer by", words, StringComparison.Ordinal);
        var reader = new LedgerReader(host.Ledger);
        var stopped = 0;
        await foreach (var (_, state) in reader.AllAsync(Stages.Offers, null, default))
            stopped += state is Offer.Pending { StoppedAt: not null } ? 1 : 0;
        Assert.Equal(1, stopped);
        Assert.DoesNotContain(host.Mailbox.Read(), mail => mail.Mail.Template is "offer-reminder" or "offer-expired");

        using var round = await host.Client.GetAsync(new Uri("/api/coordinator/rounds/2024", UriKind.Relative));
        Assert.Contains("Bounced", await round.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(host.Faults);
    }

    [Fact]
    public async Task A_delivered_mail_is_entered_so_and_a_bounce_may_still_follow()
    {
        await using var host = await StartAsync();
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceAsync(TimeSpan.FromMinutes(5));
        var mail = host.Mailbox.Read()[0].Mail.Id;

        foreach (var report in (string[])["Delivered", "Delivered", "Expanded"])
        {
            await ReportAsync(host, mail, report);
            Assert.IsType<OutboxMail.Delivered>(await OutboxAsync(host, mail));
        }

        await ReportAsync(host, mail, "Quarantined");
        Assert.Equal("Quarantined", Assert.IsType<OutboxMail.Bounced>(await OutboxAsync(host, mail)).Why);
    }

    [Fact]
    public async Task An_offer_that_is_reported_as_delivered_later_keeps_the_date_that_its_mail_names()
    {
        await using var host = await StartAsync();
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceToAsync(SmallRound.Steps[1].At);
        var before = await PendingAsync(host);

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await ReportAsync(host, host.Mailbox.Read().Last(mail => mail.Mail.Template == "offer").Mail.Id, "Delivered");

        Assert.NotNull(before.ReplyBy);
        Assert.Equal(before.ReplyBy, (await PendingAsync(host)).ReplyBy);
    }

    [Fact]
    public async Task Events_of_other_kinds_and_about_strange_mails_are_acknowledged_and_logged()
    {
        using var logs = new CollectingLogs();
        await using var host = await StartAsync(logs: logs);
        await SendAsync(host, """[{ "eventType": "Microsoft.Communication.EmailEngagementTrackingReportReceived", "data": {} }]""");
        await SendAsync(host, """{ "eventType": "Microsoft.Communication.EmailDeliveryReportReceived", "data": { "messageId": "a/b", "status": "Bounced" } }""");
        Assert.Empty(host.Queue.Dead(QueueNames.DeliveryReports));
        Assert.Empty(host.Faults);
        Assert.Contains("An event of kind Microsoft.Communication.EmailEngagementTrackingReportReceived was acknowledged: nothing here waits for it", logs.Texts);
        Assert.Contains("A delivery report (Bounced) is about a mail that is not in the ledger", logs.Texts);

        // Acknowledged is gone: it does not come again.
        var before = logs.Texts.Count(text => text.Contains("was acknowledged", StringComparison.Ordinal));
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(before, logs.Texts.Count(text => text.Contains("was acknowledged", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("no json", "not JSON")]
    [InlineData("[3]", "no eventType")]
    [InlineData("""{ "data": {} }""", "no eventType")]
    [InlineData("""{ "eventType": "Microsoft.Communication.EmailDeliveryReportReceived" }""", "no data")]
    [InlineData("""{ "eventType": "Microsoft.Communication.EmailDeliveryReportReceived", "data": { "messageId": "x" } }""", "no status")]
    public async Task What_cannot_be_read_is_a_dead_letter_with_the_reason_that_a_coordinator_sees_and_sends_again(string body, string reason)
    {
        await using var host = await StartAsync();
        await SendAsync(host, body);
        Assert.Contains(reason, Assert.Single(host.Queue.Dead(QueueNames.DeliveryReports)).Reason, StringComparison.Ordinal);

        var letter = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/api/coordinator/dead-letters", UriKind.Relative))).RootElement.GetProperty("deadLetters")[0];
        Assert.Contains(reason, letter.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.False(letter.TryGetProperty("body", out _));

        var number = letter.GetProperty("number").GetInt64();
        Assert.Equal(HttpStatusCode.OK, await SendAgainAsync(host, $"delivery-reports/{number}"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAgainAsync(host, $"delivery-reports/{number}"));
        await host.DrainAsync();
        Assert.Single(host.Queue.Dead(QueueNames.DeliveryReports));
    }

    [Fact]
    public async Task A_message_that_names_no_mail_is_a_dead_letter()
    {
        await using var host = await StartAsync();
        await host.Queue.SendAsync(QueueNames.Emails, "x", "nonsense", default);
        await host.DrainAsync();
        Assert.Contains("round/id", Assert.Single(host.Queue.Dead(QueueNames.Emails)).Reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await SendAgainAsync(host, "elsewhere/1"));
    }

    private async Task ReportAsync(LocalHost host, string outbox, string status) => await SendAsync(host, JsonSerializer.Serialize(new[]
    {
        new { eventType = "Microsoft.Communication.EmailDeliveryReportReceived", data = new { messageId = MailIds.OperationOf(outbox), status } },
    }));

    /// <summary>Under an id of its own: the queue takes a second message of one id for the first.</summary>
    private async Task SendAsync(LocalHost host, string body)
    {
        await host.Queue.SendAsync(QueueNames.DeliveryReports, $"report-{++sent}", body, default);
        await host.DrainAsync();
    }

    private static async Task<HttpStatusCode> SendAgainAsync(LocalHost host, string letter)
    {
        using var response = await host.Client.PostAsync(new Uri($"/api/coordinator/dead-letters/{letter}/send", UriKind.Relative), null);
        return response.StatusCode;
    }

    private static async Task<OutboxMail> OutboxAsync(LocalHost host, string id) =>
        JsonSerializer.Deserialize<OutboxMail>((await host.Ledger.FindAsync(OutboxMail.Kind, id, default))!.Json, LedgerJson.Options)!;

    private static async Task<Offer.Pending> PendingAsync(LocalHost host) =>
        Assert.IsType<Offer.Pending>(Assert.Single(await new LedgerReader(host.Ledger).AllAsync(Stages.Offers, null, default).ToListAsync()).State);

    private Task<LocalHost> StartAsync(Action<IServiceCollection>? more = null, CollectingLogs? logs = null) => SchemeHost.StartAsync(SmallRound.Options(folder.Path) with
    {
        ConfigureLogging = logging =>
        {
            if (logs is not null)
                logging.SetMinimumLevel(LogLevel.Information).AddProvider(logs);
        },
        ConfigureServices = services =>
        {
            services.AddSingleton<IMailer>(provider => new ReportingMailbox(provider.GetRequiredService<SqliteMailbox>()));
            more?.Invoke(services);
        },
    });

    /// <summary>The local mailbox, as a service that reports on its mails.</summary>
    private sealed class ReportingMailbox(SqliteMailbox inner) : IMailer
    {
        public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation) => inner.SendAsync(mail, cancellation);

        public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => inner.WasAcceptedAsync(id, cancellation);

        public string ReportIdOf(string id) => MailIds.OperationOf(id).ToString();
    }
}
