using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Time;
using Mentoring.Functions.Agreements;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Reviews;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Local.Ledger;
using Mentoring.Local.Storage;
using Mentoring.Tests.Durable;
using Mentoring.Tests.Registrations;
using Mentoring.Tests.Schemes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Partnerships;

/// <summary>A mentor and a mentee with an offer between them, and the desks that serve their pages, over a ledger in a folder of its own.</summary>
internal sealed class PairRig : IDisposable
{
    public const string Round = "2024";
    private readonly TestFolder folder = new();
    private readonly SqliteStore store;
    private readonly ServiceProvider services;
    private readonly Tokens tokens = new();

    private PairRig()
    {
        store = SqliteStore.Open(folder.File("mentoring.db"), MentoringDatabase.Schema, Durability.Process);
        services = new ServiceCollection().AddLogging()
            .AddSingleton<ILedger>(new SqliteLedger(store)).AddSingleton<IQueue, NoQueue>().AddSingleton<IIdentifiers>(tokens).AddSingleton<TimeProvider>(Time)
            .AddScheme(TestScheme.Small, new Site(new Uri("https://mentoring.example/")), new Texts())
            .BuildServiceProvider();
    }

    public ManualTime Time { get; } = new(Sample.Start.AddDays(-10));

    public LedgerReader Reader => services.GetRequiredService<LedgerReader>();

    public ILedger Ledger => services.GetRequiredService<ILedger>();

    /// <summary>Both registered, the offer accepted.</summary>
    public static async Task<PairRig> IntroducedAsync(FormFields? mentor = null)
    {
        var rig = new PairRig();
        var window = new Window(LocalInstant.At(rig.Time.Now.AddDays(-1), Sample.Zone), LocalInstant.At(rig.Time.Now.AddDays(1), Sample.Zone), "mentoring@planners.example", Sample.Zone);
        await rig.AskAsync(new Request.ToRegistration("mentor", new Registration.Command.Submit(rig.Entry(mentor ?? ValidFields.Mentor()), window, rig.Time.Now)));
        await rig.AskAsync(new Request.ToRegistration("mentee", new Registration.Command.Submit(rig.Entry(ValidFields.Mentee()), window, rig.Time.Now)));
        rig.Time.Now = Sample.Start;
        await rig.AskAsync(new Request.ToOffer("o-1", new Offer.Command.Make(Sample.TheOffer, Sample.TenDays)));
        await rig.AskAsync(new Request.ToOffer("o-1", new Offer.Command.Accept("p-1")));
        return rig;
    }

    /// <summary>Signed by both on the day after.</summary>
    public static async Task<PairRig> SignedAsync(FormFields? mentor = null)
    {
        var rig = await IntroducedAsync(mentor);
        rig.Time.Now = Sample.Day(1);
        foreach (var party in new[] { Party.Mentor, Party.Mentee })
            Assert.Equal(303, (await rig.PostAsync("agreements", party, ("agree", "yes"), ("signature", "Name of " + party.Code()))).Status);
        return rig;
    }

    /// <summary>The token of the link that introduced one of the two; it opens the pages of their agreement and partnership.</summary>
    public string Token(Party party) => tokens.NewToken(default, $"introduction.p-1.{party.Code()}");

    /// <summary>The token of the link that asked for a review.</summary>
    public string Token(Party party, string review) => tokens.NewToken(default, $"{(review.Contains("final", StringComparison.Ordinal) ? "review-final" : "review-interim")}.p-1.{review}.{party.Code()}.{party.Code()}");

    public async Task AskAsync(Request request, Actor by = Actor.Clock) =>
        Assert.IsType<Outcome.Done>(await services.GetRequiredService<SchemeShell>().CarryOutAsync(Round, request, by, new WakesNobody(), default));

    public Task<Reply> GetAsync(string page, Party party, bool json = false) => GetAsync(page, Token(party), json);

    public Task<Reply> GetAsync(string page, string token, bool json = false) => SendAsync("GET", page, token, json, []);

    public Task<Reply> PostAsync(string page, Party party, params (string Name, string Value)[] fields) => PostAsync(page, Token(party), json: false, fields);

    public Task<Reply> PostAsync(string page, string token, bool json, params (string Name, string Value)[] fields) => SendAsync("POST", page, token, json, fields);

    public void Dispose()
    {
        services.Dispose();
        store.Dispose();
        folder.Dispose();
    }

    /// <param name="page">Such as <c>partnerships</c> or <c>partnerships/end</c>.</param>
    private async Task<Reply> SendAsync(string method, string page, string token, bool json, (string Name, string Value)[] fields)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        var body = Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => Uri.EscapeDataString(field.Name) + "=" + Uri.EscapeDataString(field.Value))));
        (context.Request.Method, context.Request.Body, context.Request.ContentLength) = (method, new MemoryStream(body), body.Length);
        context.Request.ContentType = method == "POST" ? "application/x-www-form-urlencoded" : null;
        context.Request.Headers.Accept = json ? "application/json" : "text/html";
        using var written = new MemoryStream();
        context.Response.Body = written;
        await (await RouteAsync(context.Request, page, token)).ExecuteAsync(context);
        return new Reply(context.Response.StatusCode, Encoding.UTF8.GetString(written.ToArray()), context.Response.Headers);
    }

    private Task<IResult> RouteAsync(HttpRequest request, string page, string token)
    {
        var (agreements, partnerships, reviews) = (services.GetRequiredService<AgreementDesk>(), services.GetRequiredService<PartnershipDesk>(), services.GetRequiredService<ReviewDesk>());
        return (request.Method, page) switch
        {
            ("GET", "agreements") => agreements.ShowAsync(request, token, default),
            ("POST", "agreements") => agreements.SignAsync(request, token, new WakesNobody(), default),
            ("GET", "partnerships") => partnerships.ShowAsync(request, token, default),
            ("POST", "partnerships/end") => partnerships.EndAsync(request, token, new WakesNobody(), default),
            ("POST", "partnerships/review") => partnerships.AskReviewAsync(request, token, new WakesNobody(), default),
            ("GET", "partnerships/calendar.ics") => partnerships.CalendarAsync(request, token, default),
            ("GET", "reviews") => reviews.ShowAsync(request, token, default),
            ("POST", "reviews") => reviews.AnswerAsync(request, token, new WakesNobody(), default),
            _ => throw new ArgumentException($"No desk serves {request.Method} {page}.", nameof(page)),
        };
    }

    private Entry Entry(FormFields fields) => Assert.IsType<FormResult.Valid>(RegistrationForm.Read(fields.With("submissionId", "s-1"), TestScheme.Small, Time.Now)).Entry;

    internal sealed record Reply(int Status, string Body, IHeaderDictionary Headers);

    /// <summary>A mail's token follows from its key, so that tests know it.</summary>
    private sealed class Tokens : IIdentifiers
    {
        private int last;

        public string NewId(DateTimeOffset now) => $"id-{++last}";

        public string NewToken(LinkPurpose purpose, string mailKey) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(mailKey)));
    }

    private sealed class Texts : IDocuments
    {
        public ValueTask<string?> TextAsync(string code, CancellationToken cancellation) => new(code == "agreement" ? "What is said **stays** between us." : null);
    }

    private sealed class NoQueue : IQueue
    {
        public ValueTask SendAsync(string queue, string messageId, string body, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask SendAsync(string queue, string messageId, string body, DateTimeOffset notBefore, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask CheckAsync(CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
