using Mentoring.Functions.Mail;
using Mentoring.Local.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>Cut off after the mail service took a mail and before the outbox knows: the one moment in which a duplicate can arise.</summary>
public sealed class MailWindowTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_service_that_can_tell_what_it_took_gets_each_mail_once_and_one_that_cannot_gets_that_one_twice(bool canTell, int times)
    {
        var service = new MailService(canTell);
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.Path) with { ConfigureServices = services => services.AddSingleton<IMailer>(service) });
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceAsync(TimeSpan.FromMinutes(45));

        Assert.Equal(3, service.Taken.Distinct().Count());
        Assert.Equal(times, service.Taken.Count(id => id == service.Taken[0]));
        Assert.Equal(2 + times, service.Taken.Count);
        Assert.All(host.Faults, fault => Assert.IsType<CutOffException>(fault.Exception));
        Assert.Single(host.Faults);
    }

    /// <summary>Takes every mail; the caller never hears about the first.</summary>
    private sealed class MailService(bool canTell) : IMailer
    {
        public List<string> Taken { get; } = [];

        public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            Taken.Add(mail.Id);
            return Taken.Count == 1 ? throw new CutOffException() : ValueTask.CompletedTask;
        }

        public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => new(canTell && Taken.Contains(id));
    }

    private sealed class CutOffException : Exception;
}
