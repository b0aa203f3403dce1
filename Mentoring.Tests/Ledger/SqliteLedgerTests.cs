using Mentoring.Functions.Ledger;
using Mentoring.Functions.Queues;
using Mentoring.Local.Hosting;
using Mentoring.Local.Ledger;
using Mentoring.Local.Queues;
using Mentoring.Local.Storage;

namespace Mentoring.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerContract, IDisposable
{
    private readonly TestFolder folder = new();
    private SqliteStore? store;

    public void Dispose()
    {
        store?.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_closed_ledger_goes_on_where_it_was()
    {
        await Committed(new RowWrite.Insert(Key("a"), "1", Start));
        await Commit(Entry(Draft("offer:a")));
        var before = await Existing(Key("a"));
        store!.Dispose();

        store = SqliteStore.Open(folder.File("mentoring.db"), MentoringDatabase.Schema, Durability.Full);
        var again = new SqliteLedger(store);

        Assert.Equal(before, await again.ReadAsync(Key("a"), default));
        await again.CommitAsync(new(Round, "later", [new RowWrite.Replace(Key("a"), "2", before.Version)], [Draft("offer:a", "offer.sent")]), default);
        AssertChain(Round, await All(again.JournalAsync(Round, 0, default)));
        Assert.Equal(2, await again.JournalHeadAsync(Round, default));
    }

    [Fact]
    public async Task A_closed_ledger_answers_with_an_exception()
    {
        store!.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Ledger.CommitAsync(Change(new RowWrite.Insert(Key("a"), "1")), default));
    }

    [Fact]
    public async Task A_change_and_its_messages_are_one_commit()
    {
        using var signal = new WorkSignal();
        store = SqliteStore.Open(folder.File("together.db"), MentoringDatabase.Schema, Durability.Process);
        var queue = new SqliteQueue(store, TimeProvider.System, signal);
        var ledger = new SqliteLedger(store, queue);
        var change = new LedgerChange(Round, "first", [new RowWrite.Insert(Key("a"), "1")], []) { Messages = [new QueueMessage("emails", "m", "body")] };

        Assert.Equal(new CommitOutcome.Committed(MessagesSent: true), await ledger.CommitAsync(change, default));
        Assert.Equal("body", (await queue.TakeAsync("emails"))?.Body);

        var lost = change with { Operation = "second", Messages = [new QueueMessage("emails", "never", "body")] };
        Assert.Equal(new CommitOutcome.Conflict(Key("a")), await ledger.CommitAsync(lost, default));
        Assert.Null(await queue.TakeAsync("emails"));
    }

    [Fact]
    public async Task Nobody_reads_a_row_that_was_changed_or_deleted_before()
    {
        var store = SqliteStore.Open(folder.File("read.db"), MentoringDatabase.Schema, Durability.Process);
        this.store = store;
        var ledger = new SqliteLedger(store);
        Assert.Null(await ledger.ReadAsync(Key("a"), default));
        await ledger.CommitAsync(new(Round, "1", [new RowWrite.Insert(Key("a"), "1")], []), default);
        var first = await ledger.ReadAsync(Key("a"), default);
        await ledger.CommitAsync(new(Round, "2", [new RowWrite.Replace(Key("a"), "2", first!.Version, Start.ToOffset(TimeSpan.FromHours(2)))], []), default);
        var second = await ledger.ReadAsync(Key("a"), default);
        Assert.Equal(("2", Start), (second!.Json, second.DueAt));
        Assert.Equal(second, await new SqliteLedger(store).ReadAsync(Key("a"), default));

        await ledger.CommitAsync(new(Round, "3", [new RowWrite.Delete(Key("a"), second.Version)], []), default);
        Assert.Null(await ledger.ReadAsync(Key("a"), default));
    }

    protected override ValueTask<ILedger> OpenAsync()
    {
        store = SqliteStore.Open(folder.File("mentoring.db"), MentoringDatabase.Schema, Durability.Process);
        return new(new SqliteLedger(store));
    }
}
