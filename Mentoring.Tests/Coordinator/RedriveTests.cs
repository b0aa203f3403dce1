using System.Net;
using System.Text.Json;
using Mentoring.Core.Offers;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Reports;
using Mentoring.Functions.Shell;
using Mentoring.Local.Hosting;
using Mentoring.Local.Schemes;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Coordinator;

/// <summary>What stopped is driven again by a command, and the journal says by whom.</summary>
public sealed class RedriveTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_orchestration_that_failed_is_seen_restarted_and_goes_on()
    {
        BrokenLedger? broken = null;
        var options = SmallRound.Options(folder.Path) with
        {
            ConfigureServices = services => services.AddSingleton<ILedger>(broken = new BrokenLedger((ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!)),
        };
        await using var host = await SchemeHost.StartAsync(options);
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        broken!.IsBroken = true;
        // Eight tries over some ten minutes, all in vain; the sweeper's next one would be a quarter of an hour later.
        await host.AdvanceToAsync(SmallRound.Steps[0].At.AddHours(1).AddMinutes(14));
        broken.IsBroken = false;

        var failed = Assert.Single((await GetAsync(host, "/api/coordinator/instances?state=failed")).GetProperty("instances").EnumerateArray());
        Assert.Equal(("round-2024", "failed", "2024"), (failed.GetProperty("instanceId").GetString(), failed.GetProperty("state").GetString(), failed.GetProperty("roundId").GetString()));
        Assert.Contains("IOException", failed.GetProperty("failure").GetString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, "/api/coordinator/instances/round-2024/restart"));
        await host.DrainAsync();
        Assert.Contains(host.Mailbox.Read(), mail => mail.Mail.Template == "offer");
        Assert.Empty((await GetAsync(host, "/api/coordinator/instances")).GetProperty("instances").EnumerateArray());
        Assert.Contains(await LedgerImage.JournalAsync(host.Ledger), entry => entry.Draft is { Event: "orchestration.restarted", By: "coordinator", Subject: "orchestration:round-2024" });

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, "/api/coordinator/instances/round-2024/restart"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(host, "/api/coordinator/instances/nobody/restart"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(host, "/api/coordinator/instances/@somebody@else/restart"));
        using var unknown = await host.Client.GetAsync(new Uri("/api/coordinator/instances?state=asleep", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task A_bounced_offer_is_sent_again_once_with_a_link_that_works_and_its_time_runs_anew()
    {
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.Path) with
        {
            ConfigureServices = services => services.AddSingleton<IMailer>(new ReportingMailer((IMailer)services.Last(service => service.ServiceType == typeof(IMailer)).ImplementationInstance!)),
        });
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceToAsync(SmallRound.Steps[1].At);
        var offer = host.Mailbox.Read().Last(mail => mail.Mail.Template == "offer").Mail;
        await host.Services.GetRequiredService<DeliveryReports>().EnterAsync(new DeliveryReport(offer.Id, "Bounced"), new Office().Waker, default);
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        var lost = Assert.Single((await GetAsync(host, "/api/coordinator/mails")).GetProperty("mails").EnumerateArray());
        Assert.Equal((offer.Id, "bounced", "offer"), (lost.GetProperty("mailId").GetString(), lost.GetProperty("state").GetString(), lost.GetProperty("template").GetString()));
        Assert.DoesNotContain(offer.To, lost.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, $"/api/coordinator/mails/{offer.Id}/resend"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(host, $"/api/coordinator/mails/{offer.Id}/resend"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        var again = Assert.Single(host.Mailbox.Read(), mail => mail.Mail.Template == "offer" && mail.Mail.Id != offer.Id);
        Assert.Equal(offer.To, again.Mail.To);
        Assert.Empty((await GetAsync(host, "/api/coordinator/mails")).GetProperty("mails").EnumerateArray());
        var pending = Assert.IsType<Offer.Pending>(Assert.Single(await new LedgerReader(host.Ledger).AllAsync(Stages.Offers, null, default).ToListAsync()).State);
        Assert.Null(pending.StoppedAt);
        Assert.True(pending.Reply.Until.Instant > host.Clock.GetUtcNow().AddDays(5));
        Assert.Contains(pending.Reply.Until.ToString(), Journey.WordsOf(again), StringComparison.Ordinal);
        using var page = await host.Client.GetAsync(new Uri(Journey.LinkIn(again, "/offers/"), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(await LedgerImage.JournalAsync(host.Ledger), entry => entry.Draft is { Event: "mail.sent-again", By: "coordinator" });

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, $"/api/coordinator/mails/{again.Mail.Id}/resend"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(host, "/api/coordinator/mails/nothing/resend"));
        Assert.Empty(host.Faults);
    }

    [Fact]
    public async Task A_mail_that_bounces_again_and_again_can_be_sent_again_as_often()
    {
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.Path) with
        {
            ConfigureServices = services => services.AddSingleton<IMailer>(new ReportingMailer((IMailer)services.Last(service => service.ServiceType == typeof(IMailer)).ImplementationInstance!)),
        });
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceToAsync(SmallRound.Steps[1].At);
        var mail = host.Mailbox.Read().Last(one => one.Mail.Template == "offer").Mail.Id;

        for (var time = 1; time <= 40; time++)
        {
            await host.Services.GetRequiredService<DeliveryReports>().EnterAsync(new DeliveryReport(mail, "Bounced"), new Office().Waker, default);
            Assert.Equal(HttpStatusCode.OK, await PostAsync(host, $"/api/coordinator/mails/{mail}/resend"));
            await host.AdvanceAsync(TimeSpan.FromMinutes(1));
            mail = host.Mailbox.Read().Last(one => one.Mail.Template == "offer").Mail.Id;
        }

        Assert.EndsWith(".again-40", mail, StringComparison.Ordinal);
        Assert.Equal(41, host.Mailbox.Read().Count(one => one.Mail.Template == "offer"));
        Assert.Empty(host.Faults);
    }

    private static async Task<JsonElement> GetAsync(LocalHost host, string path) => JsonDocument.Parse(await host.Client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    private static async Task<HttpStatusCode> PostAsync(LocalHost host, string path)
    {
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), null);
        return response.StatusCode;
    }

    /// <summary>Takes no commit that closes a round, while it is broken.</summary>
    private sealed class BrokenLedger(ILedger inner) : LedgerAround(inner)
    {
        public bool IsBroken { get; set; }

        public override ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation) =>
            IsBroken && change.Journal.Any(entry => entry.Event == "round.closed") ? throw new IOException("Out of order.") : base.CommitAsync(change, cancellation);
    }

    /// <summary>A mail service that sends delivery reports.</summary>
    private sealed class ReportingMailer(IMailer inner) : IMailer
    {
        public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation) => inner.SendAsync(mail, cancellation);

        public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => inner.WasAcceptedAsync(id, cancellation);

        public string ReportIdOf(string id) => id;
    }
}
