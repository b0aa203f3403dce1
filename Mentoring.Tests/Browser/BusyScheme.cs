using System.Net;
using AngleSharp.Html.Dom;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Queues;
using Mentoring.Pages;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;
using Mentoring.Tests.Registrations;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Browser;

/// <summary>A scheme in which everything a coordinator can do has something to be done to: a round that ran its course, one with pairs and a waiting list,
/// one that is stuck, one that takes registrations; an email that was refused, a message that was given up, a membership that nobody knows, a file with faults.</summary>
internal sealed partial class BusyScheme : IAsyncDisposable
{
    public const string Finished = "2023";
    public const string Matched = "2024";
    public const string Stuck = "2024-late";
    public const string Open = "2025";

    private const string Nobody = "M-0";
    private const string Unreachable = "una.reachable@university.example";

    private static readonly DateTimeOffset Deadline = new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero);

    private BusyScheme(Journey journey) => Journey = journey;

    public Journey Journey { get; }

    /// <summary>Somebody whose registration may still be changed, and who has yet to be trained as a mentor.</summary>
    public string OwnPage { get; private set; } = "";

    /// <summary>A partnership that ran its term.</summary>
    public string EndedPartnership { get; private set; } = "";

    /// <summary>Whose answers may be used for something.</summary>
    public string AnsweredReview { get; private set; } = "";

    /// <summary>The link of a coordinator who wants to sign in.</summary>
    public string SignInLink { get; private set; } = "";

    /// <summary>The preview of a file with faults.</summary>
    public string Preview { get; private set; } = "";

    public string DeadLetter { get; private set; } = "";

    /// <summary>A mentee on the waiting list.</summary>
    public string Waiting { get; private set; } = "";

    public string Reassignment { get; private set; } = "";

    public string Withdrawal { get; private set; } = "";

    public string FinalReview { get; private set; } = "";

    public string Change { get; private set; } = "";

    /// <summary>Addresses of the buttons that settle what needs somebody.</summary>
    public IReadOnlyList<string> Settling { get; private set; } = [];

    public static async Task<BusyScheme> StartAsync(int port)
    {
        BrokenLedger? ledger = null;
        var journey = await Journey.StartAsync(
            settings =>
            {
                Journey.ShortTerm(settings);
                SchemeJson.Put(settings, "gates", """{ "mentorTraining": true }""");
                SchemeJson.Put(settings, "rounds", $$"""
                    [
                      { "id": "{{Finished}}", "opens": "2023-09-04T09:00", "deadline": "2023-09-30T12:00" },
                      { "id": "{{Matched}}", "opens": "2024-09-04T09:00", "deadline": "2024-09-30T12:00" },
                      { "id": "{{Stuck}}", "opens": "2024-10-01T09:00", "deadline": "2024-10-02T12:00" },
                      { "id": "{{Open}}", "opens": "2024-10-02T12:30", "deadline": "2024-11-30T12:00" }
                    ]
                    """);
            },
            services: services =>
            {
                services.AddSingleton<ILedger>(ledger = new BrokenLedger((ILedger)services.Last(service => service.ServiceType == typeof(ILedger)).ImplementationInstance!));
                services.AddSingleton<IMailer>(new ChoosyMailer((IMailer)services.Last(service => service.ServiceType == typeof(IMailer)).ImplementationInstance!));
                services.AddSingleton<IMembershipRecords>(new Records());
            },
            port: port);
        var busy = new BusyScheme(journey);
        await busy.LiveAFinishedRoundAsync();
        await busy.MatchARoundAsync();
        await journey.AdvanceToAsync(Deadline.AddDays(2).AddMinutes(70));
        await busy.BringTroubleAsync();
        await busy.FindActionsAsync();
        return busy;
    }

    public ValueTask DisposeAsync() => Journey.DisposeAsync();

    private static FormFields Trained(FormFields mentor) => mentor.With(RegistrationFields.MentorTraining, "yes");

    private async Task BringTroubleAsync()
    {
        Journey.Round = Open;
        OwnPage = Journey.OwnPageOf(await Journey.RegisterAsync(ValidFields.Both("Nia Newcomer")));
        await Journey.Host.Queue.SendAsync(QueueNames.Emails, "x", "nonsense", default);
        await Journey.Host.DrainAsync();
        await Journey.PostAsync("/coordinator/sign-in", ("email", "mentoring@planners.example"));
        await Journey.AdvanceAsync(TimeSpan.FromMinutes(1));
        SignInLink = Journey.LinkTo("mentoring@planners.example", "coordinator-sign-in", "/coordinator/sign-in/");
        Preview = await UploadAsync();
        await DoAsync(Paths.Changes, ("what", "Mentors are shown round by video before their first meeting."), ("because", "Several reviews asked for more guidance at the start."));
        Change = await LinkAsync(Paths.Round(Finished, "feedback"), "a[href$='/remove']");
    }

    private async Task FindActionsAsync()
    {
        Settling = [.. (await PageAsync("/coordinator")).QuerySelectorAll(".attention a.action").Select(link => link.GetAttribute("href")!)];
        DeadLetter = await LinkAsync("/coordinator/dead-letters", "main td a[href$='/send'], main li a[href$='/send']");
        Waiting = await LinkAsync($"/coordinator/rounds/{Matched}/waiting", "main th a");
        Reassignment = await LinkAsync($"/coordinator/rounds/{Matched}/pairs", "a[href$='/reassign']");
        Withdrawal = await LinkAsync($"/coordinator/rounds/{Matched}/pairs", "a[href$='/withdraw']");
    }

    private async Task<IHtmlDocument> PageAsync(string path) => Rendered.Parse((await Journey.GetAsync(path)).Body);

    private async Task<string> LinkAsync(string path, string selector)
    {
        var page = await PageAsync(path);
        return page.QuerySelector(selector)?.GetAttribute("href") ?? throw new InvalidOperationException($"{path} has no {selector}: {Rendered.Words(page)}");
    }

    private async Task DoAsync(string path, params (string Name, string Value)[] fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await Journey.PostAsync(path, [("desk", await TokenAsync(path)), ("confirm", "yes"), .. fields])).Status);

    private async Task<string> TokenAsync(string path) => (await PageAsync(path)).QuerySelector("main form input[name=desk]")!.GetAttribute("value")!;

    /// <summary>Takes no commit that closes the round that is to be stuck.</summary>
    private sealed class BrokenLedger(ILedger inner) : LedgerAround(inner)
    {
        public override ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation) =>
            change.Partition == Stuck && change.Journal.Any(entry => entry.Event == "round.closed") ? throw new IOException("Out of order.") : base.CommitAsync(change, cancellation);
    }

    /// <summary>Refuses one address for good.</summary>
    private sealed class ChoosyMailer(IMailer inner) : IMailer
    {
        public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
            mail.To == Unreachable ? throw new MailRefusedException("The address does not exist.") : inner.SendAsync(mail, cancellation);

        public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => inner.WasAcceptedAsync(id, cancellation);
    }

    /// <summary>Know everybody but one.</summary>
    private sealed class Records : IMembershipRecords
    {
        public bool AreThere => true;

        public ValueTask<MembershipRecord?> FindAsync(string number, CancellationToken cancellation) =>
            new(number == Nobody ? new MembershipRecord.NoMember() : new MembershipRecord.Member(true, null));
    }
}
