using System.Text.Json;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Ledger.Tables;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Settings;
using Mentoring.Local.Schemes;
using Mentoring.Local.Simulation;
using Mentoring.Local.Storage;
using Mentoring.Tests.House;
using Mentoring.Tests.Ledger.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

/// <summary>The samples' whole years with the ledger in tables, in fair weather and in foul: the same mails, the same rows, the same journal.</summary>
public sealed class TablesYearTests
{
    private const int Seed = 11;

    [Theory]
    [InlineData("technicians")]
    [InlineData("planners")]
    public async Task A_year_through_throttling_time_outs_and_repeated_requests_ends_as_a_year_without(string sample)
    {
        var fair = await PlayAsync(sample, null);
        var foul = await PlayAsync(sample, new TableFaults(Seed, 0.2));

        Assert.Equal(fair.Mails, foul.Mails);
        Assert.Equal(fair.Rows, foul.Rows);
        Assert.Equal(fair.Journal, foul.Journal);
        Assert.NotEmpty(fair.Journal);
    }

    private static async Task<(IReadOnlyList<string> Mails, IReadOnlyList<string> Rows, IReadOnlyList<string> Journal)> PlayAsync(string sample, TableFaults? faults)
    {
        var file = Repository.At("samples", sample, "scheme.json");
        var scheme = SchemeFile.Read(file);
        var round = scheme.Rounds[0];
        var plan = new RoundPlan(round.Id, round.Opens, round.Deadline, round.ReviewMonths ?? scheme.TermMonths, scheme.Waiting.UpdateAfterDays);
        await using var people = File.OpenRead(Repository.At("samples", sample, "registrations.csv"));
        var (rows, wrong) = RegistrationFile.Read(people, scheme, plan.Opens.Instant);
        Assert.Empty(wrong);

        using var folder = new TestFolder();
        var table = new InMemoryTable(faults);
        await using var host = await SchemeHost.StartAsync(new SchemeHostOptions
        {
            SchemeFile = file,
            DataFolder = folder.Path,
            Start = plan.Opens.Instant.AddHours(-1),
            Durability = Durability.None,
            Seed = Seed,
            ConfigureServices = services => services.AddSingleton<ILedger>(new TablesLedger(table, TablesLedgerTests.Patience)),
        });
        table.Clock = host.Clock.GetUtcNow;
        await host.AdvanceToAsync(plan.Opens.Instant);
        var figures = await new SimulatedYear(host, new SimulatedBehaviour(new Temperament(), Seed)).PlayAsync(plan, [.. rows.Select(row => row.Fields)], scheme.TermMonths, CancellationToken.None);

        Assert.IsType<TablesLedger>(host.Ledger);
        Assert.True(figures.Pairs > 0);
        Assert.Empty(host.Faults);
        await LedgerImage.JournalHoldsAsync(host.Ledger);
        return (
            [.. host.Mailbox.Read().Select(mail => JsonSerializer.Serialize(mail))],
            [.. (await LedgerImage.RowsAsync(host.Ledger)).Select(row => $"{row.Key} {row.DueAt:O} {row.Json}")],
            [.. (await LedgerImage.JournalAsync(host.Ledger)).Select(entry => $"{entry.Number} {entry.Hash}")]);
    }
}
