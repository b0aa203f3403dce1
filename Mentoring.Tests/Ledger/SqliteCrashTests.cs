using System.Globalization;
using Mentoring.Functions.Ledger;
using Mentoring.Local.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Tests.Ledger;

/// <summary>What a killed process leaves behind is a database file and a write-ahead log cut off somewhere.</summary>
public sealed class SqliteCrashTests : IDisposable
{
    private const string Round = "round-1";
    private static readonly RowKey Counter = new(Round, "counter", "1");

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Wherever_the_log_is_cut_off_each_commit_is_whole_or_absent()
    {
        const int Commits = 12;
        using (var store = Open("live"))
        {
            var ledger = new SqliteLedger(store);
            for (var number = 1; number <= Commits; number++) await Count(ledger, number);
            Copy("live", "killed");
        }

        var length = (int)new FileInfo(folder.File("killed-wal")).Length;
        Assert.True(length > 0);
        var heads = new HashSet<long>();
        for (var cut = 0; cut <= length; cut += Math.Max(1, length / 40))
        {
            Copy("killed", "cut");
            using (var log = new FileStream(folder.File("cut-wal"), FileMode.Open)) log.SetLength(cut);
            heads.Add(await AssertWhole("cut"));
        }

        Assert.True(heads.Count > 3, "The cuts fell on too few commits to show anything.");
        Copy("killed", "cut");
        Assert.Equal(Commits, await AssertWhole("cut"));
    }

    [Fact]
    public async Task A_copy_taken_while_many_write_holds_every_commit_that_was_answered_before()
    {
        using var store = Open("live");
        var ledger = new SqliteLedger(store);
        var answered = 0;
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < 60; turn++)
            {
                await ledger.CommitAsync(new(Round, $"{writer}-{turn}", [new RowWrite.Insert(new(Round, "offer", $"{writer}-{turn}"), "1")], [Draft($"offer:{writer}-{turn}")]), default);
                Interlocked.Increment(ref answered);
            }
        })).ToArray();

        while (Volatile.Read(ref answered) < 60) await Task.Yield();
        var before = Volatile.Read(ref answered);
        Copy("live", "killed");
        await Task.WhenAll(writers);

        using var again = Open("killed");
        var recovered = new SqliteLedger(again);
        var head = await recovered.JournalHeadAsync(Round, default);
        Assert.InRange(head, before, 240);
        var rows = 0;
        await foreach (var row in recovered.ListAsync(Round, "offer", default)) rows++;
        Assert.Equal(head, rows);
    }

    private static JournalDraft Draft(string subject) => new(new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero), "counted", subject, "clock", []);

    private static async Task Count(SqliteLedger ledger, int number)
    {
        var json = number.ToString(CultureInfo.InvariantCulture);
        var row = await ledger.ReadAsync(Counter, default);
        RowWrite write = row is null ? new RowWrite.Insert(Counter, json) : new RowWrite.Replace(Counter, json, row.Version);
        Assert.IsType<CommitOutcome.Committed>(await ledger.CommitAsync(new(Round, $"count-{number}", [write], [Draft("counter:1")]), default));
    }

    /// <summary>Opens what is left, checks it and goes on with it; answers how many commits it held.</summary>
    private async Task<long> AssertWhole(string name)
    {
        using var store = Open(name);
        var ledger = new SqliteLedger(store);
        var head = await ledger.JournalHeadAsync(Round, default);
        var row = await ledger.ReadAsync(Counter, default);
        Assert.Equal(head, long.Parse(row?.Json ?? "0", CultureInfo.InvariantCulture));

        // The lost commits can be done again: their operations went with them.
        await Count(ledger, (int)head + 1);
        var previous = JournalChain.Root(Round);
        await foreach (var entry in ledger.JournalAsync(Round, 0, default))
        {
            Assert.True(JournalChain.Holds(entry, previous));
            previous = entry.Hash;
        }

        Assert.Equal(head + 1, await ledger.JournalHeadAsync(Round, default));
        return head;
    }

    private SqliteStore Open(string name) => SqliteStore.Open(folder.File(name), MentoringDatabase.Schema, Durability.Process);

    private void Copy(string from, string to)
    {
        File.Delete(folder.File(to + "-shm"));
        // The log first would miss what a checkpoint moves into the file in between; both are small enough that none happens here.
        File.Copy(folder.File(from), folder.File(to), overwrite: true);
        File.Copy(folder.File(from + "-wal"), folder.File(to + "-wal"), overwrite: true);
    }
}
