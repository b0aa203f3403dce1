using Mentoring.Functions.Ledger;
using Mentoring.Functions.Ledger.Tables;

namespace Mentoring.Tests.Ledger.Tables;

public class TablesLedgerTests : LedgerContract
{
    internal InMemoryTable Table { get; private set; } = new();

    [Fact]
    public async Task A_change_beyond_one_transaction_is_written_whole()
    {
        // 90 rows, each with its pointer: 180 actions.
        RowWrite[] rows = [.. Enumerable.Range(0, LedgerLimits.OperationsPerChange).Select(number => new RowWrite.Insert(Key($"{number:D2}"), "1", Start.AddMinutes(number)))];
        await Committed(rows);
        Assert.Equal(90, (await All(Ledger.DueAsync(Start.AddDays(1), 1000, default))).Count);

        var read = await All(Ledger.ListAsync(Round, "offer", default));
        await Committed([.. read.Select(row => new RowWrite.Replace(row.Key, "2", row.Version, row.DueAt!.Value.AddDays(2)))]);
        Assert.Empty(await All(Ledger.DueAsync(Start.AddDays(1), 1000, default)));
        Assert.Equal(90, (await All(Ledger.DueAsync(Start.AddDays(4), 1000, default))).Count);

        // One row has changed, so none does.
        read = await All(Ledger.ListAsync(Round, "offer", default));
        await Committed(new RowWrite.Replace(read[7].Key, "3", read[7].Version));
        var outcome = await Commit(Change([.. read.Select(row => new RowWrite.Delete(row.Key, row.Version))]));
        Assert.Equal(new CommitOutcome.Conflict(read[7].Key), outcome);
        Assert.Equal(90, (await Ids(Round)).Count);

        if (LeavesNothingBehind) Assert.DoesNotContain(Table.Keys, key => key.Contains(" s!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_that_grows_on_its_way_still_finds_its_transactions()
    {
        // Quotation marks are six bytes each once they are escaped: 3 MiB here are 18 on the way.
        var quotes = new string('"', LedgerLimits.RowBytes);
        await Committed([.. Enumerable.Range(0, LedgerLimits.ChangeBytes / LedgerLimits.RowBytes).Select(number => new RowWrite.Insert(Key($"{number}"), quotes))]);

        Assert.All(await All(Ledger.ListAsync(Round, "offer", default)), row => Assert.Equal(quotes, row.Json));
    }

    [Fact]
    public async Task Long_text_is_split_between_letters_and_not_within_one()
    {
        var owls = string.Concat(Enumerable.Repeat("🦉", 40_000));
        await Committed(new RowWrite.Insert(Key("a"), "x" + owls), new RowWrite.Insert(Key("b"), owls));
        Assert.Equal("x" + owls, (await Existing(Key("a"))).Json);
        Assert.Equal(owls, (await Existing(Key("b"))).Json);
    }

    [Fact]
    public async Task Any_id_that_is_allowed_is_kept_apart_and_in_order()
    {
        string[] ids = ["a", "a b", "a!b", "a\"b", "a$b", "a%b", "a%25b", "a&b", "a'b", "a~b", "a~0020b", "aéb", "a🦉b", "A", "a''b", new string('ü', 256), "ý" + new string('ü', 255)];
        foreach (var id in ids) await Committed(new RowWrite.Insert(Key(id), id));

        Assert.Equal(ids.Order(StringComparer.Ordinal), (await All(Ledger.ListAsync(Round, "offer", default))).Select(row => row.Key.Id));
        foreach (var id in ids) Assert.Equal(id, (await Ledger.FindAsync("offer", id, default))?.Json);

        // Too long for a key each, and alike as far as a key goes.
        await Committed(new RowWrite.Insert(Key(new string('é', 255) + "a"), "first"), new RowWrite.Insert(Key(new string('é', 255) + "b"), "second"));
        Assert.Equal("second", (await Existing(Key(new string('é', 255) + "b"))).Json);
        Assert.All(Table.Keys, key => Assert.All(key, unit => Assert.InRange(unit, ' ', '~')));
    }

    [Fact]
    public async Task A_row_written_elsewhere_is_found_in_a_round_that_is_new_here()
    {
        Assert.Null(await Ledger.FindAsync("link", "a", default));
        await Open().CommitAsync(new("round-9", "x", [new RowWrite.Insert(Key("a", "link", "round-9"), "1")], []), default);
        Assert.Equal("round-9", (await Ledger.FindAsync("link", "a", default))?.Key.Partition);
    }

    [Fact]
    public async Task Two_processes_keep_one_chain()
    {
        var (one, other) = (Open(), Open());
        for (var number = 0; number < 20; number++)
        {
            await one.CommitAsync(new(Round, $"one-{number}", [], [Draft("a:1")]), default);
            await other.CommitAsync(new(Round, $"other-{number}", [], [Draft("b:1")]), default);
        }

        AssertChain(Round, await Journal());
        Assert.Equal(40, await Ledger.JournalHeadAsync(Round, default));
    }

    [Fact]
    public async Task An_outage_is_an_exception()
    {
        var down = new TablesLedger(new InMemoryTable(new TableFaults(1, 1)), Patience with { Tries = 3 });
        await Assert.ThrowsAnyAsync<Exception>(async () => await down.CommitAsync(Change(new RowWrite.Insert(Key("a"), "1")), default));
        await Assert.ThrowsAnyAsync<Exception>(async () => await down.CheckAsync(default));
    }

    /// <summary>Faults come in plenty here, so patience is long and waits for nothing.</summary>
    internal static TablesPatience Patience { get; } = new(200, (_, _) => Task.CompletedTask);

    internal TablesLedger Open() => new(Table, Patience);

    internal virtual InMemoryTable NewTable() => new();

    /// <summary>A try that was cut off before its decision leaves rows that nobody reads.</summary>
    protected virtual bool LeavesNothingBehind => true;

    protected override ValueTask<ILedger> OpenAsync()
    {
        Table = NewTable();
        return new(Open());
    }
}

/// <summary>The same, while the service throttles, times out, loses answers and repeats requests.</summary>
public sealed class FaultyTablesLedgerTests : TablesLedgerTests
{
    protected override bool LeavesNothingBehind => false;

    internal override InMemoryTable NewTable() => new(new TableFaults(seed: 4, rate: 0.3));
}
