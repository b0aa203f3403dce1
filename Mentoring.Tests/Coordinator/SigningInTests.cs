using System.Net;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Ledger;
using Mentoring.Tests.Http;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Coordinator;

/// <summary>Signing in at the desk where nobody sits at the machine.</summary>
public sealed class SigningInTests
{
    private static string Known(CoordinatorHost host) => host.Host.Services.GetRequiredService<Mentoring.Core.Schemes.Scheme>().Contact.Email;

    [Fact]
    public async Task Without_a_session_every_page_of_the_desk_leads_to_signing_in_and_nothing_can_be_done()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        foreach (var (method, route) in Endpoints.All.Where(endpoint => endpoint.Route.StartsWith("coordinator", StringComparison.Ordinal) && !endpoint.Route.Contains("sign-in", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Endpoints.Address(route, CoordinatorHost.Round), UriKind.Relative));
            if (method == "POST")
                request.Content = route.EndsWith("/upload", StringComparison.Ordinal) ? new MultipartFormDataContent { { new StringContent("x"), "desk" } } : new FormUrlEncodedContent([new("confirm", "yes"), new("desk", "x")]);
            using var answer = await host.Host.Client.SendAsync(request);
            if (method == "POST")
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{route}: {answer.StatusCode}");
            else
                Assert.True(answer is { StatusCode: HttpStatusCode.SeeOther, Headers.Location.OriginalString: "/coordinator/sign-in" }, $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    [Trait("Requirement", "B12")]
    public async Task A_link_signs_in_once_and_whoever_only_opens_it_uses_nothing_up()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var desk = new Desk(host);
        var link = await desk.LinkAsync(Known(host));

        for (var opened = 0; opened < 3; opened++)
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(link)).Status);
        var entered = await desk.SubmitAsync((await desk.GetAsync(link)).Page);
        var again = await desk.PostAsync(link, ("enter", "yes"));

        Assert.Equal(HttpStatusCode.SeeOther, entered.Status);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Equal(HttpStatusCode.Gone, (await desk.GetAsync(link)).Status);
        var cookie = Assert.Single(entered.Answer.Headers.GetValues("Set-Cookie"));
        foreach (var word in (string[])["__Host-desk=", "max-age=28800", "path=/", "secure", "samesite=lax", "httponly"])
            Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase);
        desk.Session = cookie.Split('=', 2)[1].Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/coordinator")).Status);
    }

    [Fact]
    public async Task A_link_lasts_fifteen_minutes_and_a_session_eight_hours()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var desk = new Desk(host);
        var late = await desk.LinkAsync(Known(host));
        await host.Host.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Gone, (await desk.PostAsync(late, ("enter", "yes"))).Status);

        await desk.SignInAsync(Known(host));
        await host.Host.AdvanceAsync(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/coordinator")).Status);
        await host.Host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.GetAsync("/coordinator")).Status);
    }

    [Fact]
    public async Task An_address_that_nobody_knows_gets_the_same_answer_and_no_mail()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var desk = new Desk(host);
        var known = await desk.PostAsync("/coordinator/sign-in", ("email", Known(host)));
        var unknown = await desk.PostAsync("/coordinator/sign-in", ("email", "mallory@evil.example"));
        await host.Host.DrainAsync();

        Assert.Equal((known.Status, known.Page.DocumentElement.OuterHtml), (unknown.Status, unknown.Page.DocumentElement.OuterHtml));
        Assert.Equal(Known(host), Assert.Single(host.Host.Mailbox.Read(), mail => mail.Mail.Template == "coordinator-sign-in").Mail.To);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PostAsync("/coordinator/sign-in", ("email", "nonsense"))).Status);
    }

    [Fact]
    public async Task Nobody_fills_a_mailbox_with_links()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        for (var asked = 0; asked < 10; asked++)
            await new Desk(host).PostAsync("/coordinator/sign-in", ("email", Known(host)));
        await host.Host.DrainAsync();

        Assert.Equal(3, host.Host.Mailbox.Read().Count(mail => mail.Mail.Template == "coordinator-sign-in"));
    }

    [Fact]
    public async Task The_ledger_keeps_no_token_and_the_journal_no_address()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var desk = new Desk(host);
        var link = await desk.LinkAsync(Known(host));
        var token = link.Split('/')[^1];
        await desk.SignInAsync(Known(host));
        await desk.DoAsync("/coordinator/rounds/autumn/extend", ("deadline", "2024-10-02T12:00"));

        foreach (var kind in (string[])["sign-in-link", "desk-session", "outbox"])
        {
            await foreach (var row in host.Host.Ledger.ListAsync(DeskRows.Partition, kind, default))
                Assert.False(row.Json.Contains(token, StringComparison.Ordinal) || row.Json.Contains(desk.Session!, StringComparison.Ordinal) || row.Key.Id.Contains(token, StringComparison.Ordinal), kind);
        }

        var done = await host.Host.Ledger.JournalAsync("autumn", 0, default).SingleAsync(entry => entry.Draft.Event == "desk.extend");
        Assert.Matches("^c-[0-9a-f]{10}$", done.Draft.Facts.Single(fact => fact.Key == "who").Value);
        await foreach (var entry in host.Host.Ledger.JournalAsync(DeskRows.Partition, 0, default))
            Assert.DoesNotContain("@", entry.Draft.Subject + string.Concat(entry.Draft.Facts.Select(fact => fact.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_the_sessions_own_token_or_from_another_website_changes_nothing()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var (mine, other) = (new Desk(host), new Desk(host));
        await mine.SignInAsync(Known(host));
        await other.SignInAsync(Known(host));
        var foreign = (await other.GetAsync("/coordinator/rounds/autumn/extend")).Page.QuerySelector("input[name=desk]")!.GetAttribute("value")!;

        foreach (var token in (string[])["", "x", foreign])
            Assert.Equal(HttpStatusCode.BadRequest, (await mine.PostAsync("/coordinator/rounds/autumn/extend", ("deadline", "2024-10-02T12:00"), ("confirm", "yes"), ("desk", token))).Status);
        Assert.Equal("2024-09-30T12:00:00+01:00", (await host.FiguresAsync()).GetProperty("deadlineLocal").GetString());
    }

    [Fact]
    public async Task Whoever_signs_out_is_out_everywhere()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var desk = new Desk(host);
        await desk.SignInAsync(Known(host));
        var left = await desk.SubmitAsync((await desk.GetAsync("/coordinator")).Page);

        Assert.Equal(HttpStatusCode.SeeOther, left.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.GetAsync("/coordinator")).Status);
        Assert.Contains("Sign in", Rendered.Words((await desk.GetAsync("/coordinator/sign-in")).Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_the_settings_name_no_more_is_out_and_their_link_is_worth_nothing()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var desk = new Desk(host);
        await desk.SignInAsync(Known(host));
        var token = (await new Desk(host).LinkAsync(Known(host))).Split('/')[^1];
        var scheme = host.Host.Services.GetRequiredService<Mentoring.Core.Schemes.Scheme>();
        var others = new CoordinatorAddresses(scheme with { Contact = scheme.Contact with { Email = "robin@elsewhere.example" } }, []);

        var before = host.Host.Services.GetRequiredService<SignIns>();
        Assert.NotNull(await before.WhoAsync(desk.Session, default));
        Assert.True(await before.IsGoodAsync(token, default));
        var after = ActivatorUtilities.CreateInstance<SignIns>(host.Host.Services, others);
        Assert.Null(await after.WhoAsync(desk.Session, default));
        Assert.Null(await after.EnterAsync(token, default));
    }

    [Fact]
    public async Task Two_who_sign_in_at_the_same_moment_are_both_let_in()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var desk = new Desk(host);
        await desk.SignInAsync(Known(host));
        await host.Host.AdvanceAsync(TimeSpan.FromHours(9));
        var (one, other) = (await desk.LinkAsync(Known(host)), await desk.LinkAsync(Known(host)));
        // Both clear away the session that is over, and the other is quicker.
        var meanwhile = host.Host.Services.GetRequiredService<SignIns>();
        var signIns = ActivatorUtilities.CreateInstance<SignIns>(host.Host.Services, new Slower(host.Host.Ledger, () => meanwhile.EnterAsync(TokenOf(other), default)));

        Assert.NotNull(await signIns.EnterAsync(TokenOf(one), default));

        Assert.False(await signIns.IsGoodAsync(TokenOf(one), default));
        Assert.False(await signIns.IsGoodAsync(TokenOf(other), default));

        static string TokenOf(string link) => link.Split('/')[^1];
    }

    private sealed class Slower(ILedger inner, Func<Task<string?>> first) : LedgerAround(inner)
    {
        private bool _done;

        public override async ValueTask<CommitOutcome> CommitAsync(LedgerChange change, CancellationToken cancellation)
        {
            if (!_done)
                Assert.NotNull(await first());
            _done = true;
            return await base.CommitAsync(change, cancellation);
        }
    }
}
