using System.Text.Json;
using Mentoring.Functions.Coordinator;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Coordinator;

/// <summary>What the desk keeps in memory, so that its pages are quick, against what the ledger says.</summary>
public sealed class KeptPagesTests
{
    private const string Tom = "tom.hughes@university.example";

    [Fact]
    public async Task A_book_that_follows_the_journal_is_the_book_that_is_read_anew()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var (desk, kept) = (new Desk(host), host.Host.Services.GetRequiredService<RoundBooks>());
        await AgreesAsync();
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await AgreesAsync();
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.MenteeAsync("Noor Aziz", "Third University", "wellbeing");
        await AgreesAsync();
        await host.RunRoundAsync();
        await AgreesAsync();
        var offered = host.Host.Mailbox.Read().Single(mail => mail.Mail.Template == "offer").Mail.To;
        await host.AnswerAsync(offered, "offer", ("answer", "accept"));
        await AgreesAsync();
        var person = (await desk.GetAsync("/coordinator/people?state=paired")).Page.QuerySelector("tbody th a")!.GetAttribute("href")!;
        await desk.DoAsync((await desk.GetAsync(person)).Page.QuerySelectorAll(".actions a").Single(link => link.TextContent == "Give them another mentor").GetAttribute("href")!, ("reason", "capacity"), ("mentorStays", "yes"));
        await AgreesAsync();
        await host.Host.AdvanceAsync(TimeSpan.FromDays(60));
        await AgreesAsync();

        async Task AgreesAsync()
        {
            var (ledger, reader) = (host.Host.Ledger, host.Host.Services.GetRequiredService<LedgerReader>());
            Assert.Equal(Text(await new RoundBooks(ledger, reader).OpenAsync(CoordinatorHost.Round, CancellationToken.None)), Text(await kept.OpenAsync(CoordinatorHost.Round, CancellationToken.None)));
        }
    }

    [Fact]
    [Trait("Requirement", "B2")]
    public async Task A_record_that_is_changed_after_its_certificate_was_seen_is_not_vouched_for()
    {
        await using var host = await CoordinatorHost.StartAsync();
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.RunRoundAsync();
        Assert.Contains("No better matching exists", await CertificateAsync(host), StringComparison.Ordinal);
        var sealedAs = await host.Host.Ledger.ListAsync(CoordinatorHost.Round, MatchingArchive.Kind, CancellationToken.None).FirstAsync();

        await PutAsync(host, sealedAs.Json.Replace("score", "scare", StringComparison.Ordinal));
        var changed = await CertificateAsync(host);
        var matches = await host.GetAsync($"{CoordinatorHost.Rounds}/{CoordinatorHost.Round}/matches", 409);
        await PutAsync(host, sealedAs.Json);
        var restored = await CertificateAsync(host);

        Assert.Contains("The recorded matching is missing or was changed", changed, StringComparison.Ordinal);
        Assert.Equal("not-as-sealed", matches.GetProperty("code").GetString());
        Assert.Contains("No better matching exists", restored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_mails_shows_at_once_what_moved_last_and_agrees_with_the_rows()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var log = host.Host.Services.GetRequiredService<IMailLog>();
        var rows = new LedgerMailLog(host.Host.Ledger);
        await AgreesAsync();
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await AgreesAsync();
        Assert.Equal(1, await log.CountAsync(CoordinatorHost.Round, "pending", CancellationToken.None));
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.Host.DrainAsync();
        await AgreesAsync();
        await host.RunRoundAsync();
        await AgreesAsync();
        await host.AnswerAsync(Tom, "offer", ("answer", "accept"));
        await AgreesAsync();
        Assert.Contains("introduction", Rendered.Words((await new Desk(host).GetAsync("/coordinator/mail?state=accepted")).Page), StringComparison.Ordinal);

        var gone = await host.Host.Ledger.ListAsync(CoordinatorHost.Round, OutboxMail.Kind, CancellationToken.None).FirstAsync();
        await host.Host.Ledger.CommitAsync(new LedgerChange(CoordinatorHost.Round, "gone", [new RowWrite.Delete(gone.Key, gone.Version)], []), CancellationToken.None);
        await AgreesAsync();

        async Task AgreesAsync()
        {
            foreach (var state in OutboxMail.States.Prepend(null))
            {
                var (expected, found) = (await AllAsync(rows, state), await AllAsync(log, state));
                Assert.Equal(expected.Count, await log.CountAsync(CoordinatorHost.Round, state, CancellationToken.None));
                Assert.Equal(expected.Select(mail => mail.ToString()).Order(), found.Select(mail => mail.ToString()).Order());
                Assert.Equal(found.Select(mail => mail.MovedAt).OrderDescending(), found.Select(mail => mail.MovedAt));
            }
        }
    }

    /// <summary>In pages of two.</summary>
    private static async Task<List<OutboxMail>> AllAsync(IMailLog log, string? state)
    {
        var all = new List<OutboxMail>();
        IReadOnlyList<OutboxMail> page;
        do
        {
            page = await log.LatestAsync(CoordinatorHost.Round, state, all.Count, 2, CancellationToken.None);
            all.AddRange(page);
        }
        while (page.Count > 0);
        return all;
    }

    private static async Task PutAsync(CoordinatorHost host, string json)
    {
        var row = await host.Host.Ledger.ListAsync(CoordinatorHost.Round, MatchingArchive.Kind, CancellationToken.None).FirstAsync();
        await host.Host.Ledger.CommitAsync(new LedgerChange(CoordinatorHost.Round, "put-" + row.Version, [new RowWrite.Replace(row.Key, json, row.Version)], []), CancellationToken.None);
    }

    private static async Task<string> CertificateAsync(CoordinatorHost host) => Rendered.Words((await new Desk(host).GetAsync("/coordinator/rounds/autumn/certificate")).Page);

    private static string Text(RoundBook? book) => JsonSerializer.Serialize(book, LedgerJson.Options);
}
