using System.Globalization;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Ledger.Tables;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>Processes that decide on the same rows while calls interleave, fail, repeat and arrive late, and processes die: whatever was decided stands whole, and nothing else does.</summary>
public sealed class ScheduleTests
{
    private const string Round = "round-1";
    private const int Seats = 3;

    private static readonly DateTimeOffset Start = new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0.15, 0)]
    [InlineData(2, 0.15, 0.02)]
    [InlineData(3, 0.4, 0.01)]
    public void What_is_decided_stands_whole_whatever_the_schedule(int family, double faults, double deaths)
    {
        // Without a context of the runner's, whatever a turn sets free goes on at once and on this thread.
        SynchronizationContext.SetSynchronizationContext(null);
        for (var number = 0; number < 600; number++)
        {
            var seed = (family * 100_000) + number;
            try
            {
                Play(seed, faults, deaths);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}, faults {faults}, deaths {deaths}.", failure);
            }
        }
    }

    private static void Play(int seed, double faults, double deaths)
    {
        var turns = new Turns(seed, deaths);
        Turns? playing = null;
        var table = new InMemoryTable(new TableFaults(seed, faults), () => playing?.NextAsync() ?? Task.CompletedTask);
        var chance = new Random(seed);
        var setting = new TablesLedger(table, TablesLedgerTests.Patience).CommitAsync(
            new(Round, "setting", [.. Enumerable.Range(0, Seats).Select(seat => new RowWrite.Insert(Seat(seat), "0", Start))], []), default).AsTask();
        Assert.True(setting.IsCompletedSuccessfully);

        playing = turns;
        var told = new Dictionary<string, bool>();
        var processes = Enumerable.Range(0, 3).Select(process => WorkAsync(new TablesLedger(table, TablesLedgerTests.Patience), process, new Random(chance.Next()), told)).ToList();
        turns.Play();
        foreach (var fault in processes.Where(process => process.IsFaulted)) throw fault.Exception!;
        if (deaths == 0) Assert.All(processes, process => Assert.True(process.IsCompletedSuccessfully));

        playing = null;
        table.Settle();
        var checking = CheckAsync(new TablesLedger(table, TablesLedgerTests.Patience), table, told);
        Assert.True(checking.IsCompleted);
        checking.GetAwaiter().GetResult();
    }

    /// <summary>Decisions that each count one seat up, expect another as it is, and leave rows that bear the decision's name: a few, or more than one transaction takes.</summary>
    private static async Task WorkAsync(TablesLedger ledger, int process, Random chance, Dictionary<string, bool> told)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            var large = chance.Next(8) == 0;
            for (var attempt = 0; ; attempt++)
            {
                var name = $"{process}-{turn}-{attempt}";
                var seat = chance.Next(Seats);
                var counted = (await ledger.ReadAsync(Seat(seat), default))!;
                var expected = (await ledger.ReadAsync(Seat((seat + 1) % Seats), default))!;
                var next = int.Parse(counted.Json, CultureInfo.InvariantCulture) + 1;
                RowWrite[] rows =
                [
                    new RowWrite.Replace(counted.Key, next.ToString(CultureInfo.InvariantCulture), counted.Version, Start.AddHours(next)),
                    new RowWrite.Expect(expected.Key, expected.Version),
                    .. Enumerable.Range(0, large ? 60 : 2).Select(number => new RowWrite.Insert(new(Round, "trace", $"{name}-{number:D2}"), name, Start.AddDays(number))),
                ];
                var outcome = await ledger.CommitAsync(new(Round, name, rows, [new(Start, "seat.counted", $"seat:{seat}", "clock", [new("by", name)])]), default);
                told[name] = outcome is CommitOutcome.Committed;
                if (told[name]) break;
            }
        }
    }

    private static async Task CheckAsync(TablesLedger ledger, InMemoryTable table, Dictionary<string, bool> told)
    {
        var seats = await All(ledger.ListAsync(Round, "seat", default));
        var traces = (await All(ledger.ListAsync(Round, "trace", default))).GroupBy(row => row.Json).ToDictionary(group => group.Key, group => group.Count());
        var journal = await All(ledger.JournalAsync(Round, 0, default));

        // All that was answered is so; what was not answered, because its process died, is whole or not at all.
        foreach (var (name, committed) in told) Assert.Equal(committed, traces.ContainsKey(name));
        Assert.All(traces, trace => Assert.True(trace.Value is 2 or 60));
        Assert.Equal(traces.Keys.Order(StringComparer.Ordinal), journal.Select(entry => entry.Draft.Facts[0].Value).Order(StringComparer.Ordinal));
        Assert.Equal(traces.Count, seats.Sum(seat => int.Parse(seat.Json, CultureInfo.InvariantCulture)));

        var previous = JournalChain.Root(Round);
        foreach (var (entry, number) in journal.Select((entry, number) => (entry, number)))
        {
            Assert.Equal(number + 1, entry.Number);
            Assert.True(JournalChain.Holds(entry, previous));
            previous = entry.Hash;
        }

        // What is due is what the rows say, and nothing is left on its way.
        var due = await All(ledger.DueAsync(Start.AddYears(1), 10_000, default));
        Assert.Equal(seats.Count + traces.Values.Sum(), due.Count);
        Assert.Equal(due.OrderBy(row => row.DueAt).Select(row => row.DueAt), due.Select(row => row.DueAt));
        Assert.Equal(due.Count, table.Keys.Count(key => key.Contains(" d!", StringComparison.Ordinal)));
    }

    private static RowKey Seat(int number) => new(Round, "seat", $"{number}");

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items) all.Add(item);
        return all;
    }
}
