using System.Globalization;
using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Local.Hosting;
using Mentoring.Local.Schemes;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Coordinator;

/// <summary>The whole host dies by SIGKILL in the middle of an import, again and again: everybody is in once, and has one mail.</summary>
public sealed class ImportKillTests : IDisposable
{
    private const string Round = "2024";
    private const string Upload = $"/coordinator/rounds/{Round}/upload";
    private const int MostLives = 60;

    /// <summary>Two pieces.</summary>
    private const int Rows = ImportActivities.RowsAPiece + 20;

    /// <summary>A row takes two steps at least, before and after its commit: so many end within the first piece, with somebody in.</summary>
    private const int FewestAtFirst = 50, MostAtFirst = ImportActivities.RowsAPiece;

    /// <summary>A row that is in already takes four, and a piece that was cut off is done again from its beginning: a life that is always shorter would never come to its end.</summary>
    private const int Fewest = 200, Most = 10 * ImportActivities.RowsAPiece;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [Trait("Requirement", "RE20")]
    public async Task Killed_at_moments_drawn_by_lot_an_import_ends_as_if_nothing_had_happened(int seed)
    {
        var path = await BeginAsync();
        var lot = new Random(seed);
        Assert.Equal(OwnProcess.Killed, await LiveAsync(lot.Next(FewestAtFirst, MostAtFirst)));
        Assert.InRange(await RegistrationsAsync(), 1, ImportActivities.RowsAPiece - 1);
        var lives = 2;
        while (await LiveAsync(lot.Next(Fewest, Most)) == OwnProcess.Killed)
            Assert.True(++lives < MostLives, $"seed {seed}: {lives} lives and no end");

        Assert.True(lives > 2, $"seed {seed}: only {lives} lives");
        await using var host = await StartAsync(folder.Path);
        var page = (await new Desk(host).GetAsync(path)).Page;
        Assert.Contains("The import is done", Rendered.Words(page), StringComparison.Ordinal);
        Assert.Contains($"{Rows} registrations are in.", Rendered.Words(page), StringComparison.Ordinal);
        Assert.Equal(Rows, await RegistrationsAsync(host));
        Assert.Equal(
            Enumerable.Range(1, Rows).Select(row => $"registration-received to {Address(row)}").Order(StringComparer.Ordinal),
            host.Mailbox.Read().Select(mail => $"{mail.Mail.Template} to {mail.Mail.To}").Order(StringComparer.Ordinal));
        Assert.Null(await host.Services.GetRequiredService<StagedFiles>().ReceivedAsync(Round, path.Split('?')[0].Split('/')[^1], evenIfOld: true, CancellationToken.None));
        await LedgerImage.JournalHoldsAsync(host.Ledger);
    }

    /// <summary>What the child process does: goes on with the import, until the n-th time it is about to write, or has just written, something.</summary>
    internal static async Task<int> BeKilledAsync(string path, int atStep)
    {
        var steps = 0;
        await using var host = await StartAsync(path, Step);
        // Past what a sweep finds and a lease takes; the round's deadline is two hours after the start.
        var end = SmallRound.Options(path).Start!.Value.AddMinutes(90);
        if (host.Clock.GetUtcNow() < end)
            await host.AdvanceToAsync(end);
        else
            await host.DrainAsync();
        return host.Faults.Count == 0 ? 0 : 3;

        void Step()
        {
            if (Interlocked.Increment(ref steps) == atStep)
                OwnProcess.Kill();
        }
    }

    /// <returns>Path of the page that shows how far it has come.</returns>
    private async Task<string> BeginAsync()
    {
        await using var host = await StartAsync(folder.Path);
        // The settings' round is opened by a timer.
        await host.AdvanceAsync(TimeSpan.FromMinutes(10));
        var desk = new Desk(host);
        var told = await desk.SubmitAsync(await desk.UploadAsync(Upload, Csv()));
        Assert.Equal(0, await RegistrationsAsync(host));
        return told.Answer.Headers.Location!.OriginalString;
    }

    private async Task<int> RegistrationsAsync()
    {
        await using var host = await StartAsync(folder.Path);
        return await RegistrationsAsync(host);
    }

    private static async Task<int> RegistrationsAsync(LocalHost host) =>
        await host.Ledger.ListAsync(Round, Stages.Registrations.Kind, CancellationToken.None).CountAsync();

    private async Task<int> LiveAsync(int atStep)
    {
        var exit = await OwnProcess.RunAsync("import-be-killed", folder.Path, $"{atStep}");
        Assert.True(exit is 0 or OwnProcess.Killed, $"exit code {exit}");
        return exit;
    }

    private static Task<LocalHost> StartAsync(string path, Action? step = null) => SchemeHost.StartAsync(SmallRound.Options(Path.Combine(path, "data")) with
    {
        ConfigureServices = services =>
        {
            services.AddSingleton(new DeskAccess(true));
            if (step is null)
                return;
            services.AddSingleton<ILedger>(new WatchedLedger((ILedger)Instance(services, typeof(ILedger)), step));
            services.AddSingleton<IMailer>(new WatchedMailer((IMailer)Instance(services, typeof(IMailer)), step));
        },
    });

    private static object Instance(IServiceCollection services, Type port) => services.Last(service => service.ServiceType == port).ImplementationInstance!;

    private static string Address(int row) => string.Create(CultureInfo.InvariantCulture, $"person{row}@uni.example");

    /// <summary>Nobody has an id of a form: a row that was entered before is known by who stands in it.</summary>
    private static string Csv()
    {
        var lines = Enumerable.Range(1, Rows).Select(row => $"Person,{Address(row)},Uni,Planner,Words,M-{row},GOLD,mentee,,,wellbeing,Grow,Want to,,avoid,yes,yes,yes");
        return "name,email,institution,jobTitle,biography,membershipNumber,membershipGrade,role,capacity,offers,seeks,objectives,reasons,exclude,sameInstitution,commitment,codeOfConduct,privacy\n" + string.Join('\n', lines) + "\n";
    }
}
