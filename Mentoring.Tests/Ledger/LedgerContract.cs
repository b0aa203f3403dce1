using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Ledger;

/// <summary>What every ledger keeps. An adapter's tests derive from this and say how one is opened.</summary>
public abstract partial class LedgerContract : IAsyncLifetime
{
    protected const string Round = "round-1";

    private ILedger? opened;
    private int operations;

    protected static DateTimeOffset Start { get; } = new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero);

    protected ILedger Ledger => opened!;

    public async Task InitializeAsync() => opened = await OpenAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>An empty ledger of the test's own.</summary>
    protected abstract ValueTask<ILedger> OpenAsync();

    protected static RowKey Key(string id, string kind = "offer", string partition = Round) => new(partition, kind, id);

    protected static JournalDraft Draft(string subject, string what = "offer.created", params KeyValuePair<string, string>[] facts) =>
        new(Start, what, subject, "clock", facts);

    protected LedgerChange Change(params RowWrite[] rows) => new(Round, $"op-{++operations}", rows, []);

    protected LedgerChange Entry(params JournalDraft[] drafts) => new(Round, $"op-{++operations}", [], drafts);

    protected async Task<CommitOutcome> Commit(LedgerChange change) => await Ledger.CommitAsync(change, default);

    protected async Task Committed(params RowWrite[] rows) => Assert.IsType<CommitOutcome.Committed>(await Commit(Change(rows)));

    protected async Task<LedgerRow?> Read(RowKey key) => await Ledger.ReadAsync(key, default);

    protected async Task<LedgerRow> Existing(RowKey key)
    {
        var row = await Read(key);
        Assert.NotNull(row);
        return row;
    }

    protected static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items) all.Add(item);
        return all;
    }

    protected async Task<List<string>> Ids(string? partition, string kind = "offer") =>
        (await All(Ledger.ListAsync(partition, kind, default))).ConvertAll(row => row.Key.ToString());

    protected async Task<List<JournalEntry>> Journal(string partition = Round, long after = 0) => await All(Ledger.JournalAsync(partition, after, default));

    /// <summary>Follows the chain from its root and fails on the first entry that breaks it.</summary>
    protected static void AssertChain(string partition, IReadOnlyList<JournalEntry> entries)
    {
        var previous = JournalChain.Root(partition);
        for (var index = 0; index < entries.Count; index++)
        {
            Assert.Equal(index + 1, entries[index].Number);
            Assert.Equal(previous, entries[index].PreviousHash);
            Assert.True(JournalChain.Holds(entries[index], previous), $"Entry {index + 1} is not what was sealed.");
            previous = entries[index].Hash;
        }
    }
}
