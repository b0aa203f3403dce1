using System.Net;
using Mentoring.Functions.Mail;
using Mentoring.Local.Hosting;
using Mentoring.Local.Schemes;
using Mentoring.Local.Storage;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Hosting;

public sealed class MailboxPagesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentoring-mailbox-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_mailbox_shows_what_people_wrote_as_text_and_leads_to_each_mail()
    {
        await using var host = await StartAsync();
        await host.Mailbox.SendAsync(Mail with { Subject = "<script>alert(1)</script>" }, default);

        var list = await PageAsync(host, "/local/mail");
        Assert.DoesNotContain("<script", list, StringComparison.Ordinal);
        Assert.Contains("/local/mail/a.1", list, StringComparison.Ordinal);

        var mail = await PageAsync(host, "/local/mail/a.1");
        Assert.DoesNotContain("<script", mail, StringComparison.Ordinal);
        Assert.Contains("http://localhost/offers/a", mail, StringComparison.Ordinal);
        Assert.Equal("<p>Hello</p>", await PageAsync(host, "/local/mail/a.1/html"));
    }

    [Fact]
    public async Task A_mail_that_is_not_there_is_not_found()
    {
        await using var host = await StartAsync();
        using var answer = await host.Client.GetAsync(new Uri("/local/mail/nothing", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_welcome_page_moves_the_clock_and_loads_the_samples()
    {
        await using var host = await StartAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(3));
        using var samples = await host.Client.PostAsync(new Uri("/local/samples", UriKind.Relative), null);
        Assert.Contains("60 sample registrations are in", await samples.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var before = host.Clock.GetUtcNow();
        using var form = new FormUrlEncodedContent([new("advance", "P1D")]);
        using var moved = await host.Client.PostAsync(new Uri("/local/clock", UriKind.Relative), form);
        Assert.Equal("/", moved.Headers.Location?.ToString());
        Assert.Equal(before.AddDays(1), host.Clock.GetUtcNow());
        Assert.Contains("60", await PageAsync(host, "/"), StringComparison.Ordinal);
    }

    private static OutgoingMail Mail => new(
        "a.1", "offer", "ann@example.org", "Ann", "A mail", "Hello\nhttp://localhost/offers/a\n", "<p>Hello</p>", "coordinator@example.org", []);

    private Task<LocalHost> StartAsync() => SchemeHost.StartAsync(new SchemeHostOptions
    {
        SchemeFile = Repository.At("samples/planners/scheme.json"),
        DataFolder = _folder.FullName,
        Start = new DateTimeOffset(2024, 9, 2, 8, 0, 0, TimeSpan.Zero),
        Durability = Durability.None,
        Seed = 1,
    });

    private static async Task<string> PageAsync(LocalHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }
}
