namespace Mentoring.Tests.Journeys;

[Trait("Requirement", "B12")]
public sealed class ScannerTests
{
    /// <summary>What mail scanners, previewers and browsers that fetch ahead send.</summary>
    private static readonly (string Name, string Value)[][] Visitors =
    [
        [],
        [("User-Agent", "Mozilla/5.0 (compatible; LinkScanner/2.1)")],
        [("Purpose", "prefetch"), ("X-Purpose", "preview"), ("X-Moz", "prefetch")],
        [("Sec-Purpose", "prefetch;prerender"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Site", "cross-site")],
    ];

    [Fact]
    public async Task Opening_every_link_of_every_mail_any_number_of_times_changes_nothing()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 2));
        foreach (var name in new[] { "Tom Hughes", "Ann Other", "Bea Third" })
            await journey.RegisterAsync(Cast.Mentee(name));
        await ScanAsync(journey);
        await journey.CloseAsync();
        await ScanAsync(journey);

        var offered = journey.Host.Mailbox.Read().Where(mail => mail.Mail.Template == "offer").Select(mail => mail.Mail.To).ToList();
        await journey.AcceptAsync(offered[0]);
        await ScanAsync(journey);
        await journey.SignBothAsync(offered[0], "maya.okafor@university.example");
        await ScanAsync(journey);
        Assert.Single(await journey.MatchesAsync(), match => match.GetProperty("state").GetString() == "pending");
        journey.HasNoFaults();
    }

    private static async Task ScanAsync(Journey journey)
    {
        var (journal, mails, figures) = (await journey.JournalAsync(), journey.Host.Mailbox.Read(), (await journey.FiguresAsync()).GetRawText());
        var links = mails.SelectMany(mail => mail.Links).Distinct().Select(link => new Uri(link)).Where(link => link.Host == "localhost").Select(link => link.PathAndQuery).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            foreach (var headers in Visitors)
            {
                var got = await journey.GetAsync(link, method: HttpMethod.Get, headers: headers);
                var peeked = await journey.GetAsync(link, method: HttpMethod.Head, headers: headers);
                Assert.True((int)got.Status == 200, $"{link}: {got.Status}");
                Assert.Equal((got.Status, ""), (peeked.Status, peeked.Body));
            }
        }

        Assert.Equal((journal, mails.Count, figures), (await journey.JournalAsync(), journey.Host.Mailbox.Read().Count, (await journey.FiguresAsync()).GetRawText()));
    }
}
