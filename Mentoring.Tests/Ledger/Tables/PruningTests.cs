using Mentoring.Functions.Ledger;
using Mentoring.Functions.Ledger.Tables;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>What commits leave behind goes in its time, and nothing else does.</summary>
public sealed class PruningTests
{
    private static readonly DateTimeOffset Start = new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public async Task Old_operations_and_what_was_laid_down_in_vain_go_and_rows_journal_and_young_operations_stay(double faults)
    {
        var now = Start;
        var table = new InMemoryTable(faults > 0 ? new TableFaults(5, faults) : null) { Clock = () => now };
        var ledger = new TablesLedger(table, TablesLedgerTests.Patience);
        for (var number = 0; number < 250; number++)
            await ledger.CommitAsync(Change($"old-{number:D3}", $"row-{number:D3}"), default);
        table.Settle();
        await table.UpsertEntityAsync(new Azure.Data.Tables.TableEntity("round-1", "s!0123456789abcdef!00000"), Azure.Data.Tables.TableUpdateMode.Replace);
        now = Start.AddDays(8);
        await ledger.CommitAsync(Change("young", "young"), default);
        table.Settle();

        // Bounded: the rest is next time's.
        Assert.InRange(await ledger.PruneAsync(Start.AddDays(1), 100, default), 0, 100);
        Assert.Contains(table.Keys, key => key.Contains(" o!old", StringComparison.Ordinal));
        for (var night = 0; night < 50 && table.Keys.Any(key => key.Contains("old-", StringComparison.Ordinal) || key.Contains(" s!", StringComparison.Ordinal)); night++)
        {
            await ledger.PruneAsync(Start.AddDays(1), 1000, default);
            table.Settle();
        }

        Assert.Equal(["round-1 o!young"], table.Keys.Where(key => key.Contains(" o!", StringComparison.Ordinal) || key.Contains(" s!", StringComparison.Ordinal)));
        Assert.Equal(251, await ledger.ListAsync("round-1", "offer", default).CountAsync());
        Assert.Equal(251, await ledger.JournalHeadAsync("round-1", default));
        Assert.IsType<CommitOutcome.Committed>(await ledger.CommitAsync(Change("young", "young"), default));
        Assert.Equal(251, await ledger.JournalHeadAsync("round-1", default));
        Assert.Equal(0, await new TablesLedger(table, TablesLedgerTests.Patience).PruneAsync(Start.AddDays(1), 1000, default));
    }

    private static LedgerChange Change(string operation, string row) => new(
        "round-1", operation, [new RowWrite.Insert(new RowKey("round-1", "offer", row), "1")], [new JournalDraft(Start, "offer.made", "offer:" + row, "clock", [])]);
}
