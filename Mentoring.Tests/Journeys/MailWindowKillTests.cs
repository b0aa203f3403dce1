using System.Text.Json;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Local.Hosting;
using Mentoring.Local.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>The whole process dies by SIGKILL after the mail service took a mail and before the outbox knows, life after life: no mail is lost, and only a service that cannot tell what it took gets one twice.</summary>
public sealed class MailWindowKillTests : IDisposable
{
    private const int Deaths = 3;
    private const string Taken = "taken";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_within_the_window_no_mail_is_lost_and_one_goes_out_twice_only_where_the_service_cannot_tell(bool canTell)
    {
        for (var life = 1; life <= Deaths; life++)
            Assert.Equal(OwnProcess.Killed, await LiveAsync(canTell, dies: true));
        Assert.Equal(0, await LiveAsync(canTell, dies: false));

        var taken = await File.ReadAllLinesAsync(folder.File(Taken));
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.File("data")));
        var written = await OutboxAsync(host);
        Assert.All(written, mail => Assert.True(mail.State is OutboxMail.Accepted, $"{mail.Id}: {mail.State.State}"));
        Assert.Equal(written.Select(mail => mail.Id).Order(StringComparer.Ordinal), taken.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(3, written.Count(mail => mail.State.Draft.Template == "registration-received"));
        Assert.Equal(1, written.Count(mail => mail.State.Draft.Template == "offer"));
        Assert.Equal(written.Count + (canTell ? 0 : Deaths), taken.Length);
        await LedgerImage.JournalHoldsAsync(host.Ledger);
    }

    /// <summary>What the child process does: goes on with the round, and in a life that is to end dies as soon as the service has taken a mail.</summary>
    internal static async Task<int> BeKilledAsync(string path, bool canTell, bool dies)
    {
        await using var host = await SchemeHost.StartAsync(SmallRound.Options(Path.Combine(path, "data")) with
        {
            ConfigureServices = services => services.AddSingleton<IMailer>(new MailService(Path.Combine(path, Taken), canTell, dies)),
        });
        await SmallRound.PlayAsync(host, SmallRound.Steps[0]);
        await host.AdvanceToAsync(SmallRound.Steps[1].At.AddHours(2));
        return host.Faults.Count == 0 ? 0 : 3;
    }

    private static async Task<IReadOnlyList<(string Id, OutboxMail State)>> OutboxAsync(LocalHost host)
    {
        var mails = new List<(string Id, OutboxMail State)>();
        await foreach (var row in host.Ledger.ListAsync(null, OutboxMail.Kind, CancellationToken.None))
            mails.Add((row.Key.Id, JsonSerializer.Deserialize<OutboxMail>(row.Json, LedgerJson.Options)!));
        return mails;
    }

    private Task<int> LiveAsync(bool canTell, bool dies) => OwnProcess.RunAsync("mail-window-be-killed", folder.Path, $"{canTell}", $"{dies}");

    /// <summary>A service with books of its own, outside the process that dies.</summary>
    private sealed class MailService(string books, bool canTell, bool kills) : IMailer
    {
        public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            await File.AppendAllTextAsync(books, mail.Id + "\n", CancellationToken.None);
            if (kills)
                OwnProcess.Kill();
        }

        public async ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) =>
            canTell && File.Exists(books) && (await File.ReadAllLinesAsync(books, cancellation)).Contains(id);
    }
}
