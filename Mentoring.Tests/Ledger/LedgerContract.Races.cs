using System.Globalization;
using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Ledger;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task Two_acceptances_race_for_the_last_place_and_one_wins()
    {
        for (var race = 0; race < 20; race++)
        {
            var place = Key($"mentor-{race}", "places");
            await Committed(new RowWrite.Insert(place, "1"));
            var seen = await Existing(place);

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(mentee => Task.Run(async () => await Ledger.CommitAsync(
                new(Round, $"accept-{race}-{mentee}", [new RowWrite.Replace(place, "0", seen.Version), new RowWrite.Insert(Key($"{race}-{mentee}", "partnership"), "1")], [Draft($"offer:{race}-{mentee}", "offer.accepted")]),
                default))));

            Assert.Single(outcomes, outcome => outcome is CommitOutcome.Committed);
            Assert.Single(outcomes, outcome => outcome == new CommitOutcome.Conflict(place));
            Assert.Equal("0", (await Existing(place)).Json);
        }

        Assert.Equal(20, (await Ids(Round, "partnership")).Count);
        AssertChain(Round, await Journal());
        Assert.Equal(20, await Ledger.JournalHeadAsync(Round, default));
    }

    [Fact]
    public async Task Many_writers_of_one_row_lose_no_update()
    {
        const int Writers = 16;
        const int Turns = 25;
        var key = Key("counter");
        await Committed(new RowWrite.Insert(key, "0"));

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < Turns; turn++)
            {
                for (var attempt = 0; ; attempt++)
                {
                    var row = await Existing(key);
                    var next = (int.Parse(row.Json, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
                    var change = new LedgerChange(Round, $"add-{writer}-{turn}-{attempt}", [new RowWrite.Replace(key, next, row.Version)], [Draft("counter:1", "counted")]);
                    if (await Ledger.CommitAsync(change, default) is CommitOutcome.Committed) break;
                }
            }
        })));

        Assert.Equal(Writers * Turns, int.Parse((await Existing(key)).Json, CultureInfo.InvariantCulture));
        Assert.Equal(Writers * Turns, await Ledger.JournalHeadAsync(Round, default));
        AssertChain(Round, await Journal());
    }

    [Fact]
    public async Task The_same_operation_from_many_writers_at_once_is_written_once()
    {
        var change = new LedgerChange(Round, "once", [new RowWrite.Insert(Key("a"), "1")], [Draft("offer:a")]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await Ledger.CommitAsync(change, default))));

        Assert.All(outcomes, outcome => Assert.IsType<CommitOutcome.Committed>(outcome));
        Assert.Single(await Journal());
    }

    [Fact]
    public async Task Each_writer_reads_its_own_commit_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < 25; turn++)
            {
                var key = Key($"{writer}-{turn}");
                Assert.IsType<CommitOutcome.Committed>(await Ledger.CommitAsync(new(Round, $"{writer}-{turn}", [new RowWrite.Insert(key, "1", Start)], []), default));
                Assert.NotNull(await Read(key));
                Assert.NotNull(await Ledger.FindAsync("offer", key.Id, default));
            }
        })));

        Assert.Equal(200, (await All(Ledger.DueAsync(Start, 1000, default))).Count);
    }

    [Fact]
    public async Task A_faulty_change_fails_alone_among_concurrent_ones()
    {
        var good = Enumerable.Range(0, 40).Select(number => Task.Run(async () => await Ledger.CommitAsync(
            new(Round, $"good-{number}", [new RowWrite.Insert(Key($"{number}"), "1")], []), default))).ToArray();
        var bad = Enumerable.Range(0, 10).Select(number => Task.Run(async () => await Ledger.CommitAsync(
            new(Round, $"bad-{number}", [new RowWrite.Insert(Key("x", partition: "elsewhere"), "1")], []), default))).ToArray();

        Assert.All(await Task.WhenAll(good), outcome => Assert.IsType<CommitOutcome.Committed>(outcome));
        foreach (var each in bad) await Assert.ThrowsAsync<ArgumentException>(() => each);
        Assert.Equal(40, (await Ids(Round)).Count);
        Assert.Empty(await Ids("elsewhere"));
    }
}
