using System.Globalization;
using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Ledger;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task A_list_holds_one_kind_of_one_partition_by_id()
    {
        foreach (var id in new[] { "b", "B", "a-2", "a", "a-10" }) await Committed(new RowWrite.Insert(Key(id), id));
        await Committed(new RowWrite.Insert(Key("a", "registration"), "other"));
        Assert.IsType<CommitOutcome.Committed>(await Commit(new("round-2", "x", [new RowWrite.Insert(Key("c", partition: "round-2"), "c")], [])));

        var rows = await All(Ledger.ListAsync(Round, "offer", default));

        Assert.Equal(["B", "a", "a-10", "a-2", "b"], rows.Select(row => row.Json));
        Assert.Empty(await All(Ledger.ListAsync("nowhere", "offer", default)));
    }

    [Fact]
    public async Task A_list_over_all_partitions_goes_by_partition_then_id()
    {
        foreach (var (partition, id) in new[] { ("p2", "a"), ("p10", "z"), ("p1", "y"), ("p1", "x"), ("p3", "m") })
            Assert.IsType<CommitOutcome.Committed>(await Commit(new(partition, $"{partition}-{id}", [new RowWrite.Insert(Key(id, partition: partition), "1")], [])));
        Assert.IsType<CommitOutcome.Committed>(await Commit(new("p0", "other", [new RowWrite.Insert(Key("o", "registration", "p0"), "1")], [])));

        Assert.Equal(["p1/offer/x", "p1/offer/y", "p10/offer/z", "p2/offer/a", "p3/offer/m"], await Ids(null));
        Assert.Equal(["p0", "p1", "p10", "p2", "p3"], await Ledger.PartitionsAsync(default));
    }

    [Fact]
    public async Task A_list_longer_than_a_page_is_complete_and_in_order()
    {
        const int Rows = 1201;
        foreach (var chunk in Enumerable.Range(0, Rows).Chunk(LedgerLimits.OperationsPerChange))
            await Committed([.. chunk.Select(number => new RowWrite.Insert(Key(number.ToString("D5", CultureInfo.InvariantCulture)), "1"))]);

        var rows = await All(Ledger.ListAsync(Round, "offer", default));

        Assert.Equal(Enumerable.Range(0, Rows).Select(number => number.ToString("D5", CultureInfo.InvariantCulture)), rows.Select(row => row.Key.Id));
    }

    [Fact]
    public async Task A_list_may_be_left_early_and_changed_on_the_way()
    {
        for (var number = 0; number < 5; number++) await Committed(new RowWrite.Insert(Key($"{number}"), "1"));

        await foreach (var row in Ledger.ListAsync(Round, "offer", default))
        {
            if (row.Key.Id == "3") break;
            await Committed(new RowWrite.Delete(row.Key, row.Version));
        }

        Assert.Equal([$"{Round}/offer/3", $"{Round}/offer/4"], await Ids(Round));
    }

    [Fact]
    public async Task Partitions_are_those_with_rows()
    {
        Assert.Empty(await Ledger.PartitionsAsync(default));
        await Committed(new RowWrite.Insert(Key("a"), "1"));
        Assert.Equal([Round], await Ledger.PartitionsAsync(default));

        await Committed(new RowWrite.Delete(Key("a"), (await Existing(Key("a"))).Version));
        Assert.Empty(await Ledger.PartitionsAsync(default));
    }

    [Fact]
    public async Task Due_rows_come_earliest_first_up_to_the_instant_itself()
    {
        await Committed(
            new RowWrite.Insert(Key("later"), "1", Start.AddTicks(1)),
            new RowWrite.Insert(Key("now"), "1", Start),
            new RowWrite.Insert(Key("never"), "1"),
            new RowWrite.Insert(Key("early", "partnership"), "1", Start.AddDays(-400)));
        Assert.IsType<CommitOutcome.Committed>(await Commit(new("round-2", "x", [new RowWrite.Insert(Key("other", partition: "round-2"), "1", Start.AddHours(-1).ToOffset(TimeSpan.FromHours(5)))], [])));

        Assert.Equal(["early", "other", "now"], (await All(Ledger.DueAsync(Start, 10, default))).Select(row => row.Key.Id));
        Assert.Equal(["early", "other"], (await All(Ledger.DueAsync(Start, 2, default))).Select(row => row.Key.Id));
        Assert.Empty(await All(Ledger.DueAsync(Start.AddDays(-401), 10, default)));
        Assert.Empty(await All(Ledger.DueAsync(Start, 0, default)));
    }

    [Fact]
    public async Task A_row_that_moved_or_went_is_due_no_more()
    {
        await Committed(new RowWrite.Insert(Key("moved"), "1", Start), new RowWrite.Insert(Key("gone"), "1", Start), new RowWrite.Insert(Key("postponed"), "1", Start));
        await Committed(
            new RowWrite.Replace(Key("moved"), "2", (await Existing(Key("moved"))).Version),
            new RowWrite.Delete(Key("gone"), (await Existing(Key("gone"))).Version),
            new RowWrite.Replace(Key("postponed"), "2", (await Existing(Key("postponed"))).Version, Start.AddDays(1)));

        Assert.Empty(await All(Ledger.DueAsync(Start, 10, default)));
        Assert.Equal(["postponed"], (await All(Ledger.DueAsync(Start.AddDays(1), 10, default))).Select(row => row.Key.Id));
    }
}
