using Mentoring.Functions.Ledger;
using Mentoring.Local.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Tests.Ledger;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Durability.Full)]
    [InlineData(Durability.Process)]
    [InlineData(Durability.None)]
    public async Task Work_that_throws_leaves_nothing_behind_and_harms_no_other(Durability durability)
    {
        using var store = Open(durability);
        await Insert(store, "before");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.WriteAsync<int>(session =>
        {
            LedgerCommit.Write(session, Change("lost"));
            throw new InvalidOperationException("on purpose");
        }));
        await Insert(store, "after");

        Assert.Equal(["after", "before"], await Ids(store));
    }

    [Theory]
    [InlineData(Durability.Full)]
    [InlineData(Durability.Process)]
    [InlineData(Durability.None)]
    public async Task Among_writes_made_together_one_that_throws_fails_alone(Durability durability)
    {
        using var store = Open(durability);
        using var entered = new ManualResetEventSlim();
        using var released = new ManualResetEventSlim();
        var first = Task.Run(async () => await store.WriteAsync(session =>
        {
            entered.Set();
            released.Wait();
            return LedgerCommit.Write(session, Change("first"));
        }));
        entered.Wait();

        // While the first holds the writer, these wait and make up one group.
        var good = store.WriteAsync(session => LedgerCommit.Write(session, Change("good"))).AsTask();
        var bad = store.WriteAsync<int>(session =>
        {
            LedgerCommit.Write(session, Change("bad"));
            throw new InvalidOperationException("on purpose");
        }).AsTask();
        var last = store.WriteAsync(session => LedgerCommit.Write(session, Change("last"))).AsTask();
        released.Set();

        await Task.WhenAll(first, good, last);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(["first", "good", "last"], await Ids(store));
    }

    [Theory]
    [InlineData(Durability.Full)]
    [InlineData(Durability.Process)]
    [InlineData(Durability.None)]
    public async Task What_was_written_is_there_after_an_orderly_end(Durability durability)
    {
        using (var store = Open(durability))
        {
            for (var number = 10; number < 30; number++) await Insert(store, $"{number}");
        }

        using var again = Open(durability);
        Assert.Equal(Enumerable.Range(10, 20).Select(number => $"{number}"), await Ids(again));
    }

    private static LedgerChange Change(string id) => new("round-1", id, [new RowWrite.Insert(new("round-1", "offer", id), "1")], []);

    private static async Task Insert(SqliteStore store, string id) =>
        Assert.IsType<CommitOutcome.Committed>(await new SqliteLedger(store).CommitAsync(Change(id), default));

    private static async Task<List<string>> Ids(SqliteStore store)
    {
        var ids = new List<string>();
        await foreach (var row in new SqliteLedger(store).ListAsync("round-1", "offer", default)) ids.Add(row.Key.Id);
        return ids;
    }

    private SqliteStore Open(Durability durability) => SqliteStore.Open(folder.File("mentoring.db"), MentoringDatabase.Schema, durability);
}
