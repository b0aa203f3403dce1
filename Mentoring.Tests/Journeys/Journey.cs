using System.Globalization;
using System.Text.Json.Nodes;
using Mentoring.Functions.Settings;
using Mentoring.Local.Hosting;
using Mentoring.Local.Mail;
using Mentoring.Local.Schemes;
using Mentoring.Local.Storage;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>A scheme on a local host in virtual time, lived through as people do: by its public addresses and their mails.</summary>
internal sealed partial class Journey : IAsyncDisposable
{
    private readonly TestFolder folder;
    private readonly JsonObject settings;
    private int submissions;
    private int starts = 1;

    private Journey(TestFolder folder, JsonObject settings, LocalHost host, DateTimeOffset deadline)
    {
        this.folder = folder;
        this.settings = settings;
        Host = host;
        Deadline = deadline;
    }

    public LocalHost Host { get; private set; }

    public string Round { get; set; } = "2024";

    /// <summary>Of the first round.</summary>
    public DateTimeOffset Deadline { get; }

    public DateTimeOffset Now => Host.Clock.GetUtcNow();

    /// <summary>Starts an hour before the deadline of the first round, unless told otherwise, with that round open.</summary>
    /// <param name="change">Of <see cref="TestScheme"/>'s settings; <see cref="SchemeJson.Put"/> helps.</param>
    /// <param name="services">Put in place of the scheme's own.</param>
    /// <param name="port">On loopback, for a browser; 0 for no network.</param>
    public static async Task<Journey> StartAsync(Action<JsonObject>? change = null, DateTimeOffset? start = null, Action<IServiceCollection>? services = null, int port = 0)
    {
        var folder = new TestFolder();
        var settings = (JsonObject)JsonNode.Parse(TestScheme.Json)!;
        change?.Invoke(settings);
        WriteScheme(folder, settings);
        var deadline = SchemeFile.Read(folder.File("scheme.json")).Rounds[0].Deadline.Instant;
        var journey = new Journey(folder, settings, await HostAsync(folder, start ?? deadline.AddHours(-1), services, port, seed: 1), deadline);
        await journey.AdvanceAsync(TimeSpan.FromMinutes(5));
        return journey;
    }

    /// <summary>The association changes its settings while the scheme lives: the host stops, and another goes on with what it kept.</summary>
    public async Task RestartAsync(Action<JsonObject>? change = null, Action<IServiceCollection>? services = null)
    {
        var now = Now;
        HasNoFaults();
        await Host.DisposeAsync();
        change?.Invoke(settings);
        WriteScheme(folder, settings);
        Host = await HostAsync(folder, now, services, port: 0, seed: ++starts);
        await AdvanceAsync(TimeSpan.FromMinutes(5));
    }

    private static Task<LocalHost> HostAsync(TestFolder folder, DateTimeOffset start, Action<IServiceCollection>? services, int port, int seed) => SchemeHost.StartAsync(new SchemeHostOptions
    {
        SchemeFile = folder.File("scheme.json"),
        DataFolder = folder.File("data"),
        Port = port,
        Start = start,
        Durability = Durability.None,
        Seed = seed,
        ConfigureServices = services,
    });

    /// <summary>Past the deadline of a round, until it has run and everybody has been told.</summary>
    public Task CloseAsync() => AdvanceToAsync(Deadline.AddMinutes(10));

    public Task AdvanceToAsync(DateTimeOffset instant) => Host.AdvanceToAsync(instant);

    public Task AdvanceAsync(TimeSpan span) => Host.AdvanceAsync(span);

    public Task AdvanceDaysAsync(double days) => AdvanceAsync(TimeSpan.FromDays(days));

    public IReadOnlyList<ReceivedMail> Mails(string email) => Host.Mailbox.Read(email);

    public IReadOnlyList<ReceivedMail> Mails(string email, string template) => [.. Mails(email).Where(mail => mail.Mail.Template == template)];

    /// <summary>What this person was sent, by template, oldest first.</summary>
    public IReadOnlyList<string> Templates(string email) => [.. Mails(email).Select(mail => mail.Mail.Template)];

    /// <summary>The latest mail of a template to this person.</summary>
    public ReceivedMail MailTo(string email, string template) => Mails(email, template) is [.., var last]
        ? last
        : throw new InvalidOperationException($"{email} has no mail {template}, but {string.Join(", ", Templates(email))}.");

    /// <summary>The text of a mail on one line, however it was wrapped.</summary>
    public static string WordsOf(ReceivedMail mail) => string.Join(' ', mail.Mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The address below this page that a mail leads to, without its host.</summary>
    public static string LinkIn(ReceivedMail mail, string page) => mail.Links.Select(link => new Uri(link).PathAndQuery)
        .FirstOrDefault(path => path.StartsWith(page, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"The mail {mail.Mail.Template} leads to {string.Join(", ", mail.Links)}, and to no {page}.");

    public string LinkTo(string email, string template, string page) => LinkIn(MailTo(email, template), page);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>No function failed on the way: every journey ends with this.</summary>
    public void HasNoFaults() => Assert.Empty(Host.Faults);

    private string NextSubmission() => string.Create(CultureInfo.InvariantCulture, $"submission-{++submissions:D6}");

    public static void WriteScheme(TestFolder folder, JsonObject settings)
    {
        File.WriteAllText(folder.File("scheme.json"), settings.ToJsonString());
        foreach (var document in settings["documents"]!.AsArray())
        {
            var file = folder.File((string)document!["file"]!);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, $"# {document["title"]}\n\n## What this is\n\nWords of the {document["title"]}.\n");
        }
    }
}
