using System.Net.Http.Json;
using System.Text.Json;
using Mentoring.Functions.Mail;

namespace Mentoring.Tests.Hosting;

public sealed class MailPageTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Mails_are_listed_in_order_with_their_links()
    {
        await using var host = await ToyHost.StartAsync(folder.Path, new());
        await host.Mailbox.SendAsync(Mail("a", "ann@example.org"), default);
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        await host.Mailbox.SendAsync(Mail("b", "bob@example.org"), default);
        await host.Mailbox.SendAsync(Mail("c", "Ann@Example.org"), default);

        var all = await host.Client.GetFromJsonAsync<JsonElement>("/local/mail");
        Assert.Equal(["a", "b", "c"], Ids(all));
        Assert.Equal("2024-09-02T00:00:00Z", all[1].GetProperty("sentAt").GetString());
        Assert.Equal(["http://localhost/offers/a", "https://example.org/x?a=1&b=2"], all[0].GetProperty("links").EnumerateArray().Select(link => link.GetString()));

        Assert.Equal(["a", "c"], Ids(await host.Client.GetFromJsonAsync<JsonElement>("/local/mail?to=ann%40example.org")));
        Assert.Equal(["c"], Ids(await host.Client.GetFromJsonAsync<JsonElement>("/local/mail?to=ann%40example.org&after=a")));
        Assert.Empty(Ids(await host.Client.GetFromJsonAsync<JsonElement>("/local/mail?after=c")));
    }

    [Fact]
    public async Task A_mail_handed_over_twice_lies_there_once()
    {
        await using var host = await ToyHost.StartAsync(folder.Path, new());
        Assert.False(await host.Mailbox.WasAcceptedAsync("a", default));
        await host.Mailbox.SendAsync(Mail("a", "ann@example.org"), default);
        await host.Mailbox.SendAsync(Mail("a", "ann@example.org") with { Subject = "again" }, default);

        Assert.True(await host.Mailbox.WasAcceptedAsync("a", default));
        var mail = Assert.Single(host.Mailbox.Read());
        Assert.Equal("subject a", mail.Mail.Subject);
        Assert.Equal("introduction.ics", Assert.Single(mail.Mail.Attachments).Name);
        Assert.Equal([1, 2, 255], mail.Mail.Attachments[0].Content);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@example.org\r\nBcc: eve@example.org")]
    public async Task A_mail_that_could_never_be_delivered_is_refused(string to)
    {
        await using var host = await ToyHost.StartAsync(folder.Path, new());
        await Assert.ThrowsAsync<MailRefusedException>(async () => await host.Mailbox.SendAsync(Mail("a", to), default));
        Assert.Empty(host.Mailbox.Read());
    }

    private static OutgoingMail Mail(string id, string to) => new(
        id,
        "offer",
        to,
        "Ann Other",
        $"subject {id}",
        $"Please answer at http://localhost/offers/{id}.\nThank you.",
        $"""<p>Please <a class="button" href="http://localhost/offers/{id}">answer</a> or <a href='https://example.org/x?a=1&amp;b=2'>read on</a>.</p>""",
        "coordinator@example.org",
        [new MailAttachment("introduction.ics", "text/calendar; charset=utf-8", [1, 2, 255])]);

    private static IEnumerable<string?> Ids(JsonElement mails) => mails.EnumerateArray().Select(mail => mail.GetProperty("id").GetString());
}
