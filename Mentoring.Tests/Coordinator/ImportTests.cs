using AngleSharp.Html.Dom;
using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Pages;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Coordinator;

/// <summary>Registrations that a coordinator brings in as a file.</summary>
public sealed class ImportTests
{
    private const string Upload = "/coordinator/rounds/autumn/upload";

    [Fact]
    [Trait("Requirement", "RE20")]
    public async Task A_file_of_5000_rows_is_shown_with_all_of_its_50_faults_and_imports_nothing_until_told_to()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);

        var preview = await desk.UploadAsync(Upload, Csv(5_000, faults: 50));
        await host.Host.DrainAsync();

        var faults = preview.QuerySelectorAll("table:has(caption#faults) tbody tr");
        Assert.Equal(Enumerable.Range(2, 50).Select(line => $"{line}"), faults.Select(row => row.QuerySelector("th")!.TextContent));
        Says(preview, "Nothing has been imported yet.", "50 rows with faults are left out", "Import 4950 registrations");
        Assert.InRange(preview.DocumentElement.OuterHtml.Length, 1, 50_000);
        Assert.Equal(0, await RegistrationsAsync(host));
        Assert.Empty(host.Host.Mailbox.Read());
    }

    [Fact]
    [Trait("Requirement", "RE20")]
    public async Task An_import_shows_how_far_it_has_come_and_a_second_click_imports_nothing_twice()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        var preview = await desk.UploadAsync(Upload, Csv(300, faults: 50));

        var told = await desk.SubmitAsync(preview);
        var path = told.Answer.Headers.Location!.OriginalString;
        Assert.Equal(0, await RegistrationsAsync(host));
        var running = (await desk.GetAsync(path)).Page;
        Says(running, "The import is running", "0 of 250 registrations are done.", "Stop that");
        Assert.NotNull(running.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Null((await desk.GetAsync(path.Split('?')[0])).Page.QuerySelector("meta[http-equiv=refresh]"));
        Says((await desk.GetAsync("/coordinator/rounds/autumn")).Page, "An import is running: 0 of 250 registrations are done");

        Assert.Equal(path, (await desk.SubmitAsync(preview)).Answer.Headers.Location!.OriginalString);
        await host.Host.DrainAsync();
        Assert.Equal(path, (await desk.SubmitAsync(preview)).Answer.Headers.Location!.OriginalString);
        await host.Host.DrainAsync();

        await HasImportedOnceAsync(host);
        var done = (await desk.GetAsync(path)).Page;
        Says(done, "The import is done", "250 registrations are in.");
        Assert.Null(done.QuerySelector("meta[http-equiv=refresh]"));
        Says((await desk.GetAsync("/coordinator/people?q=person%20200%20")).Page, "Nobody matches what you chose");
        Says((await desk.GetAsync("/coordinator/people?q=person200@")).Page, "1 person");
        Assert.Equal(404, (int)(await desk.GetAsync(Upload + "/nothing")).Status);
    }

    [Fact]
    public async Task Cut_off_within_a_piece_or_between_pieces_it_goes_on_and_nobody_is_in_twice()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        var (services, preview) = (host.Host.Services, await desk.UploadAsync(Upload, Csv(300, faults: 50)));
        var file = preview.QuerySelector("main form[method=post]")!.GetAttribute("action")!.Split('/')[^1];
        var (imports, address) = (services.GetRequiredService<ImportBook>(), new Address(CoordinatorHost.Round, file));
        var work = ActivatorUtilities.CreateInstance<ImportActivities>(services, NullLogger<ImportActivities>.Instance);
        await imports.BeginAsync(CoordinatorHost.Round, file, 250, new WakesNobody(), CancellationToken.None);

        // A piece was entered, and whoever entered it died before saying so.
        var before = (await host.Host.Ledger.ReadAsync(ImportProgress.Key(CoordinatorHost.Round, file), CancellationToken.None))!;
        Assert.True(await work.ImportPiece(address, services.GetRequiredService<DurableTaskClient>(), CancellationToken.None));
        Assert.Equal(ImportActivities.RowsAPiece, await RegistrationsAsync(host));
        await PutAsync(host.Host.Ledger, before);
        Says((await desk.GetAsync($"{Upload}/{file}")).Page, "0 of 250 registrations are done.");

        // It was never woken either: the sweeper finds it.
        await host.Host.AdvanceAsync(TimeSpan.FromMinutes(40));

        await HasImportedOnceAsync(host);
        Says((await desk.GetAsync($"{Upload}/{file}")).Page, "250 registrations are in.");
        Assert.Null(await services.GetRequiredService<StagedFiles>().ReceivedAsync(CoordinatorHost.Round, file, evenIfOld: true, CancellationToken.None));
        await host.Host.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Null(await imports.FindAsync(CoordinatorHost.Round, file, CancellationToken.None));
        Assert.Equal(404, (int)(await desk.GetAsync($"{Upload}/{file}")).Status);
    }

    [Fact]
    public async Task A_file_that_went_before_its_import_was_done_is_told_of()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var imports = host.Host.Services.GetRequiredService<ImportBook>();
        var waker = new DurableWaker(host.Host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance);

        await imports.BeginAsync(CoordinatorHost.Round, "gone", 3, waker, CancellationToken.None);
        await host.Host.DrainAsync();

        Says((await new Desk(host).GetAsync(Upload + "/gone")).Page, "The import is done", "0 registrations are in.", FileFault.WholeFile, "The file is gone");
    }

    [Fact]
    public async Task An_import_whose_file_has_fewer_rows_that_are_right_than_it_had_comes_to_an_end_and_says_so()
    {
        await using var host = await CoordinatorHost.StartAsync();
        var desk = new Desk(host);
        var preview = await desk.UploadAsync(Upload, Csv(3, faults: 1));
        var file = preview.QuerySelector("main form[method=post]")!.GetAttribute("action")!.Split('/')[^1];
        var waker = new DurableWaker(host.Host.Services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance);

        await host.Host.Services.GetRequiredService<ImportBook>().BeginAsync(CoordinatorHost.Round, file, 3, waker, CancellationToken.None);
        await host.Host.DrainAsync();

        Says((await desk.GetAsync($"{Upload}/{file}")).Page, "The import is done", "2 registrations are in.", "settings have changed");
    }

    [Fact]
    public void Refused_rows_are_listed_up_to_what_a_page_holds_and_counted_beyond_that()
    {
        var refused = Enumerable.Range(1, 100).Select(line => new RefusedRow(line, "email", "No.")).ToList();
        var now = DateTimeOffset.UnixEpoch;

        var after = new ImportProgress(0, 400, [], 0, now, null).After(200, refused, now).After(200, refused, now);

        Assert.Equal((150, 50, 200, now), (after.Refused.Count, after.MoreRefused, after.Taken, after.EndedAt));
    }

    private static async Task<int> RegistrationsAsync(CoordinatorHost host) => (await host.FiguresAsync()).GetProperty("registrations").GetInt32();

    private static async Task HasImportedOnceAsync(CoordinatorHost host)
    {
        Assert.Equal(250, await RegistrationsAsync(host));
        Assert.All(host.Host.Mailbox.Read(), mail => Assert.Equal("registration-received", mail.Mail.Template));
        Assert.Equal(250, host.Host.Mailbox.Read().Select(mail => mail.Mail.To).Distinct().Count());
        Assert.Equal(250, host.Host.Mailbox.Read().Count);
    }

    private static async Task PutAsync(ILedger ledger, LedgerRow before)
    {
        var now = (await ledger.ReadAsync(before.Key, CancellationToken.None))!;
        await ledger.CommitAsync(new LedgerChange(before.Key.Partition, "put-back", [new RowWrite.Replace(before.Key, before.Json, now.Version, before.DueAt)], []), CancellationToken.None);
    }

    private static string Csv(int rows, int faults)
    {
        var lines = Enumerable.Range(1, rows).Select(row =>
            $"Person {(char)('A' + (row % 26))},person{row}{(row <= faults ? " at " : "@")}uni.example,Uni,Planner,Words,M-{row},GOLD,mentee,,,wellbeing,Grow,Want to,,avoid,yes,yes,yes,up-{row}");
        return "name,email,institution,jobTitle,biography,membershipNumber,membershipGrade,role,capacity,offers,seeks,objectives,reasons,exclude,sameInstitution,commitment,codeOfConduct,privacy,submissionId\n" + string.Join('\n', lines) + "\n";
    }

    private static void Says(IHtmlDocument page, params string[] words) => Assert.All(words, word => Assert.Contains(word, Rendered.Words(page), StringComparison.Ordinal));
}
