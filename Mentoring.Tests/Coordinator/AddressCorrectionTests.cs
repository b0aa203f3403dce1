using System.Net;
using System.Text.Json;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Queues;
using Mentoring.Local.Mail;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Coordinator;

/// <summary>Somebody mistyped their address, or has another one since: the coordinator has their mails go there.</summary>
public sealed class AddressCorrectionTests
{
    private const string Wrong = "tom.hughes@university.example";
    private const string Right = "tom@new-university.example";

    [Fact]
    [Trait("Requirement", "RC4")]
    public async Task An_offer_that_bounced_reaches_its_mentee_once_the_address_is_corrected_and_all_that_follows_too()
    {
        await using var journey = await StartAsync();
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.CloseAsync();
        await BounceAsync(journey, journey.MailTo(Wrong, "offer").Mail.Id);
        var desk = new Desk(journey.Host);

        var dashboard = (await desk.GetAsync("/coordinator")).Page;
        var address = Linked(dashboard, "Correct the address");
        var resend = Linked(dashboard, "Send it again");
        var person = await desk.DoAsync(address, ("email", Right));
        Says(person, "The address is corrected.", Right, "Has another address for emails, by the coordinator.");
        await desk.DoAsync(resend);
        await journey.AcceptAsync(Right);

        Assert.Equal(["offer", "introduction"], journey.Templates(Right));
        Assert.Equal(["registration-received", "offer"], journey.Templates(Wrong));
        Assert.Contains(Right, journey.MailTo(mentor, "introduction").Mail.Text, StringComparison.Ordinal);
        Assert.Empty((await journey.FiguresAsync()).GetProperty("needsAttention").EnumerateArray());
        Assert.Equal((2, 0), ((await journey.FiguresAsync()).GetProperty("coordinatorActions").GetInt32(), (await journey.FiguresAsync()).GetProperty("routineActions").GetInt32()));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Whoever_has_another_address_stays_who_they_are()
    {
        await using var journey = await StartAsync();
        var mentee = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var desk = new Desk(journey.Host);
        await CorrectAsync(desk, Right);

        // They change their registration, and a file still has what they once wrote: mails go to the right address.
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PostAsync(journey.OwnPageOf(mentee), Fields(Cast.Mentee("Tom Hughes").Without("email").With("jobTitle", "Head of Planning")))).Status);
        Assert.Equal(["registration-amended"], journey.Templates(Right));
        await journey.AdvanceAsync(TimeSpan.FromMinutes(1));
        var imported = await desk.SubmitAsync(await desk.UploadAsync("/coordinator/rounds/2024/upload", string.Join('\n', [
            "name,email,institution,jobTitle,biography,membershipNumber,membershipGrade,role,seeks,objectives,commitment,codeOfConduct,privacy,capacity,offers",
            $"Tom Hughes,{Wrong},University,Planner,Words,M-1,GOLD,mentee,career-planning,Grow,yes,yes,yes,,", ""])));
        await journey.AdvanceAsync(TimeSpan.FromMinutes(1));
        Says((await desk.GetAsync(imported.Answer.Headers.Location!.OriginalString)).Page, "1 registration is in.");
        Assert.Equal(["registration-amended", "registration-amended"], journey.Templates(Right));
        Assert.Equal(1, (await journey.FiguresAsync()).GetProperty("registrations").GetInt32());

        // All of it is theirs to see, and to have erased.
        Assert.Contains(Right, (await journey.GetJsonAsync(journey.OwnPageOf(mentee) + "/data")).ToString(), StringComparison.Ordinal);
        await journey.PressAsync(mentee, "erase", ("confirm", "yes"));
        await journey.AdvanceDaysAsync(1);
        foreach (var row in await LedgerImage.RowsAsync(journey.Host.Ledger))
            Assert.DoesNotMatch("new-university|tom.hughes", $"{row.Key} {row.Json}");
        await LedgerImage.JournalHoldsAsync(journey.Host.Ledger);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_mail_on_its_way_goes_to_the_address_as_it_is_when_it_is_sent_and_nothing_else_is_taken_for_an_address()
    {
        await using var journey = await StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var desk = new Desk(journey.Host);
        var page = (await desk.GetAsync(await PathAsync(desk))).Page;
        var refused = await desk.SubmitAsync(page, ("email", "tom at home"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Says(refused.Page, "Enter an email address, like name@example.org.");
        await CorrectAsync(desk, Right);
        await journey.CloseAsync();
        Assert.Equal(["round-unmatched"], journey.Templates(Right));

        await journey.PressAsync(Wrong, "withdraw");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(await PathAsync(desk))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/coordinator/people/nobody/address")).Status);
        journey.HasNoFaults();
    }

    private static async Task CorrectAsync(Desk desk, string email) => await desk.DoAsync(await PathAsync(desk), ("email", email));

    private static async Task<string> PathAsync(Desk desk) =>
        (await desk.GetAsync("/coordinator/people?q=Tom%20Hughes")).Page.QuerySelector("main a[href^='/coordinator/people/']")!.GetAttribute("href") + "/address";

    private static string Linked(AngleSharp.Html.Dom.IHtmlDocument page, string label) => page.QuerySelectorAll("main a").First(link => link.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).GetAttribute("href")!;

    private static (string Name, string Value)[] Fields(Core.Registrations.FormFields form) => [.. form.Names.SelectMany(name => form[name].Select(value => (name, value)))];

    private static void Says(AngleSharp.Html.Dom.IHtmlDocument page, params string[] words) => Assert.All(words, word => Assert.Contains(word, Rendered.Words(page), StringComparison.Ordinal));

    private static async Task BounceAsync(Journey journey, string mail)
    {
        var report = new { eventType = "Microsoft.Communication.EmailDeliveryReportReceived", data = new { messageId = MailIds.OperationOf(mail), status = "Bounced" } };
        await journey.Host.Queue.SendAsync(QueueNames.DeliveryReports, mail, JsonSerializer.Serialize(report), CancellationToken.None);
        await journey.Host.DrainAsync();
    }

    private static Task<Journey> StartAsync() =>
        Journey.StartAsync(services: services => services.AddSingleton<IMailer>(provider => new ReportingMailbox(provider.GetRequiredService<SqliteMailbox>())));

    /// <summary>The local mailbox, as a service that reports on its mails.</summary>
    private sealed class ReportingMailbox(SqliteMailbox inner) : IMailer
    {
        public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation) => inner.SendAsync(mail, cancellation);

        public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => inner.WasAcceptedAsync(id, cancellation);

        public string ReportIdOf(string id) => MailIds.OperationOf(id).ToString();
    }
}
