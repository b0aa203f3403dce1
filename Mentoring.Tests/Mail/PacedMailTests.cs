using Mentoring.Core.Schemes;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Mail.Pacing;
using Mentoring.Local.Schemes;
using Mentoring.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Mail;

/// <summary>A mail service that takes only so many, and at times none.</summary>
public sealed class PacedMailTests : IDisposable
{
    private readonly TestFolder folder = new();
    private ThrottlingMailer? service;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Paced_mails_all_go_out_in_their_turn_also_where_the_service_throttles()
    {
        await using var host = await StartAsync(new MailQuota(2, 10), every: 2);
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.True(service!.Throttled > 0);
        Assert.Equal(service.Taken.Count, service.Taken.Select(mail => mail.Id).Distinct().Count());
        Assert.Equal(1, service.Taken.Count(mail => mail.Template == "offer"));
        Assert.Equal(3, service.Taken.Count(mail => mail.Template == "registration-received"));
        Assert.All(service.At, from => Assert.InRange(service.At.Count(turn => turn >= from && turn < from.AddMinutes(1)), 1, 2));
        Assert.Empty(host.Faults);
    }

    [Fact]
    public async Task A_link_for_signing_in_waits_for_no_turn()
    {
        await using var host = await StartAsync(new MailQuota(1, 2), every: int.MaxValue);
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.True(service!.Taken.Count < 3, "Mails wait for their turn.");

        using var form = new FormUrlEncodedContent([new("email", host.Services.GetRequiredService<Scheme>().Contact.Email)]);
        using var asked = await host.Client.PostAsync(new Uri("/coordinator/sign-in", UriKind.Relative), form);
        await host.DrainAsync();

        Assert.Equal("coordinator-sign-in", service.Taken[^1].Template);
        Assert.Empty(host.Faults);
    }

    private Task<Local.Hosting.LocalHost> StartAsync(MailQuota quota, int every) => SchemeHost.StartAsync(SmallRound.Options(folder.Path) with
    {
        ConfigureServices = services => services.AddSingleton(quota)
            .AddSingleton<IMailer>(provider => service = new ThrottlingMailer(provider.GetRequiredService<TimeProvider>(), every)),
    });

    /// <summary>Takes every mail but one of so many, and none for five minutes then.</summary>
    private sealed class ThrottlingMailer(TimeProvider time, int every) : IMailer
    {
        private int tries;

        public List<OutgoingMail> Taken { get; } = [];

        public List<DateTimeOffset> At { get; } = [];

        public int Throttled { get; private set; }

        public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            if (++tries % every == 0)
            {
                Throttled++;
                throw new MailThrottledException(TimeSpan.FromMinutes(5));
            }

            Taken.Add(mail);
            At.Add(time.GetUtcNow());
            return default;
        }

        public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => new(Taken.Exists(mail => mail.Id == id));
    }
}
