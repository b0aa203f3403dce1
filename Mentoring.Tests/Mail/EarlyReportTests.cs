using Mentoring.Core.Offers;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Reports;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Shell;
using Mentoring.Local.Mail;
using Mentoring.Local.Schemes;
using Mentoring.Tests.Journeys;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Mail;

/// <summary>A delivery report that comes before the sending of its mail is written down.</summary>
public sealed class EarlyReportTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Bounced", false)]
    [InlineData("Bounced", true)]
    [InlineData("Delivered", false)]
    [InlineData("Delivered", true)]
    public async Task It_is_entered_at_once_also_where_the_process_was_killed_while_it_sent(string status, bool killed)
    {
        HastyService? service = null;
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.Path) with
        {
            ConfigureServices = services => services.AddSingleton<IMailer>(provider => service = new HastyService(provider, status, killed)),
        });
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceToAsync(SmallRound.Steps[1].At);

        var mail = LedgerJson.Read<OutboxMail>((await host.Ledger.FindAsync(OutboxMail.Kind, service!.Reported!, default))!.Json);
        Assert.Equal(status == "Bounced" ? typeof(OutboxMail.Bounced) : typeof(OutboxMail.Delivered), mail.GetType());
        Assert.Equal(1, service.Offers);
        Assert.Empty(host.Queue.Dead(QueueNames.DeliveryReports));
        Assert.Equal(status == "Bounced" ? 1 : 0, host.Mailbox.Read().Count(sent => sent.Mail.Template == "coordinator-attention"));

        await host.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(status == "Delivered", host.Mailbox.Read().Any(sent => sent.Mail.Template == "offer-expired"));
        var stopped = (await new LedgerReader(host.Ledger).AllAsync(Stages.Offers, null, default).ToListAsync()).Count(offer => offer.State is Offer.Pending { StoppedAt: not null });
        Assert.Equal(status == "Bounced" ? 1 : 0, stopped);
        Assert.Equal(killed ? 1 : 0, host.Faults.Count);
    }

    /// <summary>Reports on the first offer before it answers, or instead of answering.</summary>
    private sealed class HastyService(IServiceProvider services, string status, bool killed) : IMailer
    {
        private readonly SqliteMailbox inner = services.GetRequiredService<SqliteMailbox>();

        public string? Reported { get; private set; }

        public int Offers { get; private set; }

        public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            await inner.SendAsync(mail, cancellation);
            if (mail.Template != "offer" || (Reported is not null && Reported != mail.Id))
                return;
            (Offers, Reported) = (Offers + 1, mail.Id);
            var waker = new DurableWaker(services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance);
            await services.GetRequiredService<DeliveryReports>().EnterAsync(new DeliveryReport(ReportIdOf(mail.Id), status), waker, cancellation);
            if (killed)
                throw new InvalidOperationException("Killed while it sent.");
        }

        public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => new(false);

        public string ReportIdOf(string id) => MailIds.OperationOf(id).ToString();
    }
}
