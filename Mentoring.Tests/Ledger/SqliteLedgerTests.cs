using Mentoring.Functions.Ledger;
using Mentoring.Local.Ledger;
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

    protected override ValueTask<ILedger> OpenAsync()
    {
        store = SqliteStore.Open(folder.File("mentoring.db"), MentoringDatabase.Schema, Durability.Process);
        return new(new SqliteLedger(store));
    }
}
