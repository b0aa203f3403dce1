using System.Globalization;
using System.Text;
using System.Text.Json;
using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Time;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Local.Ledger;
using Mentoring.Local.Storage;
using Mentoring.Tests.Durable;
using Mentoring.Tests.Schemes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Registrations;

/// <summary>The desks on a ledger of their own, with a clock that stands still until it is moved. Mails stay in the outbox.</summary>
internal sealed class Office : IDisposable
{
    public const string Round = "2024";

    private readonly TestFolder folder = new();
    private readonly SqliteStore store;
    private readonly ServiceProvider services;

    public Office()
    {
        store = SqliteStore.Open(folder.File("mentoring.db"), MentoringDatabase.Schema, Durability.Process);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ILedger>(new SqliteLedger(store))
            .AddSingleton<IQueue>(Queue)
            .AddSingleton<IMailer>(Mailer)
            .AddScheme(TestScheme.Small, new Site(new Uri("https://mentoring.example/")), new FakeDocuments())
            .BuildServiceProvider();
    }

    public ManualTime Clock { get; } = new(Utc("2024-09-10T09:00:00Z"));

    public FakeQueue Queue { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public ILedger Ledger => Get<ILedger>();

    public IWaker Waker { get; } = new WakesNobody();

    public static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>From now on the ledger cannot be reached.</summary>
    public void LoseLedger() => store.Dispose();

    /// <summary>Opens the round of the sample: 4 September to noon on 30 September 2024, London.</summary>
    public Task OpenRoundAsync() => CreateRoundAsync(Round, "2024-09-04T00:00", "2024-09-30T12:00");

    /// <summary>Before its opening, so that any deadline lies ahead.</summary>
    public async Task CreateRoundAsync(string id, string opens, string deadline)
    {
        var plan = new RoundPlan(id, Local(opens), Local(deadline), 12, 42);
        var now = Clock.Now;
        Clock.Now = plan.Opens.Instant.AddDays(-1);
        await DoAsync(id, new Request.ToRound(id, new Core.Rounds.Round.Command.Create(plan)));
        Clock.Now = now;
    }

    public async Task DoAsync(string round, Request request) =>
        Assert.IsType<Outcome.Done>(await Get<SchemeShell>().CarryOutAsync(round, request, Actor.Coordinator, Waker, default));

    public Task<Reply> RegisterAsync(FormFields fields, string? accept = "application/json") => RegisterAsync(Posts.Form(fields, accept));

    public Task<Reply> RegisterAsync(DefaultHttpContext posted) =>
        SendAsync(posted, request => Get<Functions.Registrations.RegistrationIntake>().ReceiveAsync(request, Waker, default));

    /// <summary>Registers somebody and gives the token of the link in their mail.</summary>
    public async Task<string> JoinAsync(FormFields fields)
    {
        var reply = await RegisterAsync(fields);
        Assert.Equal(StatusCodes.Status201Created, reply.Status);
        return await TokenAsync(reply.Json.GetProperty("registrationId").GetString()!);
    }

    public async Task<Reply> SendAsync(DefaultHttpContext context, Func<HttpRequest, Task<IResult>> desk)
    {
        context.RequestServices = services;
        context.Response.Body = new MemoryStream();
        var result = await desk(context.Request);
        await result.ExecuteAsync(context);
        return new Reply(context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()), context.Response.Headers);
    }

    public async Task<string> TokenAsync(string registration) =>
        (await MailsAsync()).OfType<OutboxMail.Pending>().Last(mail => mail.Draft.To == registration && mail.Token is not null).Token!;

    public async Task<IReadOnlyList<OutboxMail>> MailsAsync() =>
        [.. (await RowsAsync(OutboxMail.Kind)).Select(row => JsonSerializer.Deserialize<OutboxMail>(row.Json, LedgerJson.Options)!)];

    public async Task<IReadOnlyList<string>> TemplatesAsync() => [.. (await MailsAsync()).Select(mail => mail.Draft.Template).Order(StringComparer.Ordinal)];

    public async Task<IReadOnlyList<LedgerRow>> RowsAsync(string kind)
    {
        var rows = new List<LedgerRow>();
        await foreach (var row in Ledger.ListAsync(null, kind, default)) rows.Add(row);
        return rows;
    }

    public async Task<IReadOnlyList<string>> EventsAsync(string round = Round)
    {
        var events = new List<string>();
        await foreach (var entry in Ledger.JournalAsync(round, 0, default)) events.Add(entry.Draft.Event);
        return events;
    }

    /// <summary>Nothing came of it: no registration, no mail.</summary>
    public async Task AssertEmptyAsync()
    {
        Assert.Empty(await RowsAsync(Stages.Registrations.Kind));
        Assert.Empty(await MailsAsync());
    }

    public void Dispose()
    {
        services.Dispose();
        store.Dispose();
        folder.Dispose();
    }

    private static LocalInstant Local(string text) => LocalInstant.Resolve(DateTime.Parse(text, CultureInfo.InvariantCulture), "Europe/London");

    private sealed class FakeDocuments : IDocuments
    {
        public ValueTask<string?> TextAsync(string code, CancellationToken cancellation) => new($"# {code}\n\n## Purpose\n\nWords of the {code}.");
    }
}
