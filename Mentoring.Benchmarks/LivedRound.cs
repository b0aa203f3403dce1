using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
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

    private LivedRound(DirectoryInfo folder, LocalHost host, Uri site) => (_folder, _host, Site) = (folder, host, site);

    public Uri Site { get; }

    /// <param name="people">Six of ten are mentees.</param>
    public static async Task<LivedRound> StartAsync(int people)
    {
        var scheme = SchemeFile.Read(RepositoryFiles.PlannersScheme);
        var folder = Directory.CreateTempSubdirectory("mentoring-pages-");
        var port = BareEndpoint.FreePort();
        var plan = Plan(Round, new DateTime(2030, 9, 2, 9, 0, 0), scheme);
        var host = await SchemeHost.StartAsync(new SchemeHostOptions
        {
            SchemeFile = RepositoryFiles.PlannersScheme,
            DataFolder = folder.FullName,
            Port = port,
            Start = plan.Opens.Instant.AddHours(-1),
            Durability = Durability.None,
            Seed = Seed,
        });
        await OpenAsync(host, plan);
        var invented = SimulatedPeople.Invent(scheme, people * 6 / 10, people - (people * 6 / 10), Seed).ToList();
        await new SimulatedYear(host, new SimulatedBehaviour(new Temperament(), Seed)).PlayAsync(plan, invented, Months, CancellationToken.None);
        await OpenAsync(host, Plan("next", LocalInstant.At(host.Clock.GetUtcNow(), scheme.TimeZone).Wall, scheme));
        return new LivedRound(folder, host, new Uri($"http://localhost:{port}/"));
    }

    /// <summary>Each kind of page by a name, with a path at which it is open.</summary>
    public async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync()
    {
        var person = "";
        await foreach (var row in _host.Ledger.ListAsync(Round, Stages.Registrations.Kind, CancellationToken.None))
            person = row.Key.Id;
        return
        [
            ("stylesheet", Paths.Stylesheet), ("script", Paths.FormScript), ("form", Paths.Register), ("form for a website", Paths.Snippet), ("scheme", Paths.Scheme),
            ("document", Paths.Document(SchemeDocument.Handbook)),
            ("registration", Link(MailTemplates.RegistrationReceived, "/registrations/")),
            ("registration, mentor", Link(MailTemplates.RoundRun, "/registrations/")),
            ("offer", Link(MailTemplates.Offer, "/offers/")), ("agreement", Link(MailTemplates.Introduction, "/agreements/")),
            ("partnership", Link(MailTemplates.AgreementComplete, "/partnerships/")), ("review", Link(MailTemplates.ReviewInterim, "/reviews/")),
            ("mailbox", LocalPaths.Mailbox), ("welcome", LocalPaths.Welcome),
            .. DeskPages(person),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <param name="person">Id of a registration.</param>
    private static IEnumerable<(string Name, string Path)> DeskPages(string person) =>
    [
        ("desk", Paths.Coordinator),
        ("desk: round", Paths.Round(Round)),
        ("desk: pairs", Paths.Round(Round, "pairs")), ("desk: waiting list", Paths.Round(Round, "waiting")), ("desk: certificate", Paths.Round(Round, "certificate")),
        ("desk: what if", Paths.Round(Round, "what-if")), ("desk: why not", Paths.Round(Round, "why-not")),
        ("desk: report", Paths.Round(Round, "report")), ("desk: feedback", Paths.Round(Round, "feedback")), ("desk: upload", Paths.Round("next", "upload")),
        ("desk: people", Paths.People), ("desk: person", Paths.Person(person)), ("desk: mail log", Paths.MailLog),
        ("desk: dead letters", Paths.DeadLetters), ("desk: settings", Paths.Settings), ("desk: journal", Paths.Journal),
    ];

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
