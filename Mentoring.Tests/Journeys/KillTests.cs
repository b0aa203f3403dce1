using System.Globalization;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Rounds;
using Mentoring.Local.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>The whole host dies by SIGKILL in the middle of a round, again and again: nothing is lost and nothing happens twice.</summary>
public sealed class KillTests : IDisposable
{
    private const int MostLives = 60;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Killed_at_moments_drawn_by_lot_a_round_ends_as_if_nothing_had_happened(int seed)
    {
        var expected = await UndisturbedAsync();
        var lot = new Random(seed);
        var lives = 1;
        while (await LiveAsync(lot.Next(1, 60)) == OwnProcess.Killed)
            Assert.True(++lives < MostLives, $"seed {seed}: {lives} lives and no end");

        Assert.True(lives > 2, $"seed {seed}: only {lives} lives");
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.File("killed")));
        var mails = host.Mailbox.Read();
        Assert.Equal(expected, SmallRound.Mails(mails));
        Assert.Equal(mails.Count, mails.Select(mail => mail.Mail.Id).Distinct().Count());
        await LedgerImage.JournalHoldsAsync(host.Ledger);
        Assert.All(await host.Services.GetRequiredService<RoundVerification>().CheckAsync("2024", CancellationToken.None), finding => Assert.True(finding.Holds, finding.Words));
    }

    /// <summary>What the child process does: plays on, until the n-th time it is about to write, or has just written, something.</summary>
    internal static async Task<int> BeKilledAsync(string path, int atStep)
    {
        var steps = 0;
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(path) with
        {
            ConfigureServices = services =>
            {
                services.AddSingleton<ILedger>(new WatchedLedger((ILedger)Instance(services, typeof(ILedger)), Step));
                services.AddSingleton<IMailer>(new WatchedMailer((IMailer)Instance(services, typeof(IMailer)), Step));
            },
        });
        await SmallRound.PlayAsync(host);
        return host.Faults.Count == 0 ? 0 : 3;

        void Step()
        {
            if (++steps == atStep)
                OwnProcess.Kill();
        }
    }

    private static object Instance(IServiceCollection services, Type port) => services.Last(service => service.ServiceType == port).ImplementationInstance!;

    private async Task<IReadOnlyList<string>> UndisturbedAsync()
    {
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.File("undisturbed")));
        await SmallRound.PlayAsync(host);
        Assert.Empty(host.Faults);
        return SmallRound.Mails(host.Mailbox.Read());
    }

    private async Task<int> LiveAsync(int atStep)
    {
        var exit = await OwnProcess.RunAsync("journey-be-killed", folder.File("killed"), atStep.ToString(CultureInfo.InvariantCulture));
        Assert.True(exit is 0 or OwnProcess.Killed, $"exit code {exit}");
        return exit;
    }
}
