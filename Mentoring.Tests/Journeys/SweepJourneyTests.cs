using System.Diagnostics.Metrics;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Sweeping;
using Mentoring.Local.Durable;
using Mentoring.Local.Hosting;
using Mentoring.Local.Schemes;
using Mentoring.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>What gets lost on the way is found: the ledger alone holds the truth.</summary>
public sealed class SweepJourneyTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task With_every_orchestration_lost_after_every_act_a_round_ends_the_same()
    {
        var expected = await PlayAsync("undisturbed", SmallRound.Options(folder.File("undisturbed")));
        var options = SmallRound.Options(folder.File("lost"));
        foreach (var step in SmallRound.Steps)
        {
            await using (var host = await SchemeHost.StartAsync(options))
            {
                await SmallRound.PlayAsync(host, step);
                Assert.Empty(host.Faults);
            }

            // Acted upon and committed, and nobody was woken: instances, events and timers are gone.
            foreach (var file in Directory.GetFiles(options.DataFolder, "durable.db*"))
                File.Delete(file);
        }

        await using var last = await SchemeHost.StartAsync(options);
        Assert.Equal(expected, SmallRound.Mails(last.Mailbox.Read()));
    }

    [Fact]
    public async Task With_every_message_lost_the_sweeper_sends_every_mail_within_half_an_hour()
    {
        var expected = await PlayAsync("undisturbed", SmallRound.Options(folder.File("undisturbed")));
        var options = SmallRound.Options(folder.File("lossy")) with
        {
            ConfigureServices = services => services
                .AddSingleton<IQueue>(new LossyQueue(Last<IQueue>(services)))
                .AddSingleton<ILedger>(new LedgerApart(Last<ILedger>(services))),
        };
        await using var host = await SchemeHost.StartAsync(options);
        await SmallRound.PlayAsync(host);
        Assert.Empty(host.Faults);
        Assert.Equal(expected, SmallRound.Mails(host.Mailbox.Read()));
        var registered = host.Mailbox.Read().Where(mail => mail.Mail.Template == "registration-received");
        Assert.All(registered, mail => Assert.InRange(mail.SentAt - SmallRound.Steps[0].At, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public async Task What_cannot_be_moved_on_holds_up_nothing_else_and_is_reported()
    {
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.File("stubborn")) with
        {
            ConfigureServices = services => services
                .AddSingleton<IQueue>(new LossyQueue(Last<IQueue>(services)) { RefusesOne = true })
                .AddSingleton<ILedger>(new LedgerApart(Last<ILedger>(services))),
        });
        using var measures = new Measures(host.Services.GetRequiredService<IMeterFactory>());
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceAsync(TimeSpan.FromMinutes(50));

        Assert.InRange(measures.All.Where(measure => measure.Name == "mentoring.outbox.age").Max(measure => measure.Value), 30 * 60, 50 * 60);
        Assert.Equal(2, host.Mailbox.Read().Count(mail => mail.Mail.Template == "registration-received"));
        Assert.NotEmpty(host.Faults);
        Assert.All(host.Faults, fault => Assert.Equal((nameof(Sweep), typeof(AggregateException)), (fault.Function, fault.Exception.GetType())));
    }

    [Fact]
    public async Task A_cancelled_wait_that_eats_an_event_and_one_that_leaves_it_give_the_same_round()
    {
        var options = SmallRound.Options(folder.File("eats"));
        var eats = await PlayAsync("eats", options with { Durable = new DurableOptions { CancelledWaits = CancelledWait.EatsNextEvent } });
        var leaves = await PlayAsync("leaves", options with { DataFolder = folder.File("leaves"), Durable = new DurableOptions { CancelledWaits = CancelledWait.LeavesEventBuffered } });
        Assert.Equal(eats, leaves);
    }

    private static async Task<IReadOnlyList<string>> PlayAsync(string name, SchemeHostOptions options)
    {
        await using LocalHost host = await SchemeHost.StartAsync(options);
        await SmallRound.PlayAsync(host);
        Assert.True(host.Faults.Count == 0, $"{name}: {string.Join(Environment.NewLine, host.Faults)}");
        return SmallRound.Mails(host.Mailbox.Read());
    }

    private static T Last<T>(IServiceCollection services) => (T)services.Last(service => service.ServiceType == typeof(T)).ImplementationInstance!;

    /// <summary>Loses whatever is sent when it happens; what the sweeper sends bears its time.</summary>
    private sealed class LossyQueue(IQueue inner) : IQueue
    {
        private string? refused;

        /// <summary>The first mail that the sweeper brings is never taken.</summary>
        public bool RefusesOne { get; init; }

        public ValueTask SendAsync(string queue, string id, string body, CancellationToken cancellation)
        {
            if (!id.Contains('@', StringComparison.Ordinal))
                return ValueTask.CompletedTask;
            return RefusesOne && body == (refused ??= body) ? throw new IOException("Out of order.") : inner.SendAsync(queue, id, body, cancellation);
        }

        public ValueTask SendAsync(string queue, string id, string body, DateTimeOffset notBefore, CancellationToken cancellation) => inner.SendAsync(queue, id, body, notBefore, cancellation);

        public ValueTask CheckAsync(CancellationToken cancellation) => inner.CheckAsync(cancellation);
    }
}
