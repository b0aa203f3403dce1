using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Local.Commands;
using Mentoring.Local.Hosting;
using Mentoring.Local.Schemes;
using Mentoring.Local.Simulation;
using Mentoring.Local.Storage;
using Mentoring.Pages;
using Mentoring.Pages.Local;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Benchmarks;

/// <summary>A local host on a port, half a year after invented people were matched, when another round takes registrations.</summary>
internal sealed class LivedRound : IAsyncDisposable
{
    private const int Seed = 1;
    private const string Round = "lived";

    /// <summary>With the two that a simulation adds: some have answered the interim review by then, and some have not.</summary>
    private const int Months = 5;

    private readonly DirectoryInfo _folder;
    private readonly LocalHost _host;
    private string? _person;
    private int _happened;

    private LivedRound(DirectoryInfo folder, LocalHost host, Uri site) => (_folder, _host, Site) = (folder, host, site);

    public Uri Site { get; }

    /// <param name="people">Six of ten are mentees.</param>
    public static async Task<LivedRound> StartAsync(int people)
    {
        var scheme = SchemeFile.Read(RepositoryFiles.PlannersScheme);
        var folder = Directory.CreateTempSubdirectory("mentoring-pages-");
        var port = BareEndpoint.FreePort();
        var plan = Plan(Round, new DateTime(2030, 9, 2, 9, 0, 0), scheme);
        var options = new SchemeHostOptions { SchemeFile = RepositoryFiles.PlannersScheme, DataFolder = folder.FullName, Start = plan.Opens.Instant.AddHours(-1), Durability = Durability.None, Seed = Seed };
        await using (var played = await SchemeHost.StartAsync(options))
        {
            await OpenAsync(played, plan);
            var invented = SimulatedPeople.Invent(scheme, people * 6 / 10, people - (people * 6 / 10), Seed).ToList();
            await new SimulatedYear(played, new SimulatedBehaviour(new Temperament(), Seed)).PlayAsync(plan, invented, Months, CancellationToken.None);
            await OpenAsync(played, Plan("next", LocalInstant.At(played.Clock.GetUtcNow(), scheme.TimeZone).Wall, scheme));
        }

        // As people run it: everything on the disk, and nothing in memory that only a year in a minute needs there.
        var host = await SchemeHost.StartAsync(options with { Port = port, Durability = Durability.Full });
        return new LivedRound(folder, host, new Uri($"http://localhost:{port}/"));
    }

    /// <summary>Each kind of page by a name, with a path at which it is open.</summary>
    public async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync() =>
    [
        ("stylesheet", Paths.Stylesheet), ("script", Paths.FormScript), ("form", Paths.Register), ("form for a website", Paths.Snippet), ("scheme", Paths.Scheme),
        ("document", Paths.Document(SchemeDocument.Handbook)),
        ("registration", Link(MailTemplates.RegistrationReceived, "/registrations/")),
        ("registration, mentor", Link(MailTemplates.RoundRun, "/registrations/")),
        ("offer", Link(MailTemplates.Offer, "/offers/")), ("agreement", Link(MailTemplates.Introduction, "/agreements/")),
        ("partnership", Link(MailTemplates.AgreementComplete, "/partnerships/")), ("review", Link(MailTemplates.ReviewInterim, "/reviews/")),
        ("mailbox", LocalPaths.Mailbox), ("welcome", LocalPaths.Welcome),
        ("desk", Paths.Coordinator), ("desk: upload", Paths.Round("next", "upload")), ("desk: person", Paths.Person(await PersonAsync())),
        ("desk: dead letters", Paths.DeadLetters), ("desk: settings", Paths.Settings), ("desk: journal", Paths.Journal), ("desk: journal of the round", $"{Paths.Journal}?round={Round}"),
        ("desk: a file of 5,000 rows", Paths.Round("next", $"upload/{await UploadedFile.KeepAsync(_host, "next")}")), ("desk: an import half way", Paths.Round("next", $"upload/{await UploadedFile.HalfWayAsync(_host, "next")}")),
        .. PagesOfARound(),
    ];

    /// <summary>Pages that show what has become of the people.</summary>
    public static IReadOnlyList<(string Name, string Path)> PagesOfARound() =>
    [
        ("desk: round", Paths.Round(Round)),
        ("desk: pairs", Paths.Round(Round, "pairs")), ("desk: waiting list", Paths.Round(Round, "waiting")), ("desk: certificate", Paths.Round(Round, "certificate")),
        ("desk: what if", Paths.Round(Round, "what-if")), ("desk: why not", Paths.Round(Round, "why-not")),
        ("desk: report", Paths.Round(Round, "report")), ("desk: feedback", Paths.Round(Round, "feedback")),
        ("desk: people", $"{Paths.People}?round={Round}"), ("desk: people, searched", $"{Paths.People}?round={Round}&q=an&role=mentee&state=waiting"),
        ("desk: mail log", $"{Paths.MailLog}?round={Round}"), ("desk: mail log, far back", $"{Paths.MailLog}?round={Round}&page=300"), ("desk: mail log, one state", $"{Paths.MailLog}?round={Round}&state=accepted"),
    ];

    /// <summary>What has no answer until it is worked out.</summary>
    public async Task<IReadOnlyList<(string Name, string Path)>> QuestionsAsync()
    {
        var (mentee, mentor) = ("", "");
        await foreach (var row in _host.Ledger.ListAsync(Round, Stages.Offers.Kind, CancellationToken.None))
        {
            var terms = Offer.TermsOf(Stages.Offers.Of(row))!;
            (mentee, mentor) = (terms.MenteeId, mentor.Length == 0 ? terms.MentorId : mentor);
        }

        return
        [
            ("desk: what if, of a mentor's leaving", $"{Paths.Round(Round, "what-if")}?without={mentor}"),
            ("desk: why not, of two people", $"{Paths.Round(Round, "why-not")}?mentee={mentee}&mentor={mentor}"),
        ];
    }

    /// <summary>Something is entered in the round's journal about one of its people.</summary>
    public async Task HappenAsync()
    {
        var entry = new JournalDraft(_host.Clock.GetUtcNow(), "desk.looked", $"registration:{await PersonAsync()}", Actor.Coordinator.Code(), []);
        await _host.Ledger.CommitAsync(new LedgerChange(Round, $"happened-{++_happened}", [], [entry]), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Id of a registration.</summary>
    private async Task<string> PersonAsync() => _person ??= (await _host.Ledger.ListAsync(Round, Stages.Registrations.Kind, CancellationToken.None).LastAsync()).Key.Id;

    /// <summary>The path that the latest mail of a template leads to.</summary>
    private string Link(string template, string page) => _host.Mailbox.Read().Last(mail => mail.Mail.Template == template)
        .Links.Select(link => new Uri(link).AbsolutePath).First(path => path.StartsWith(page, StringComparison.Ordinal));

    private static RoundPlan Plan(string id, DateTime opens, Scheme scheme)
    {
        var first = LocalInstant.Resolve(opens, scheme.TimeZone);
        return new RoundPlan(id, first, first.PlusDays(14, new TimeOnly(12, 0)), scheme.TermMonths, scheme.Waiting.UpdateAfterDays);
    }

    private static async Task OpenAsync(LocalHost host, RoundPlan plan) => await host.Services.GetRequiredService<RoundOpening>().CreateAsync(
        plan, Actor.Coordinator, new DurableWaker(host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance), CancellationToken.None);
}
