using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Ledger;

public abstract partial class LedgerContract
{
    public static TheoryData<string> BadParts => ["", "a/b", "a\\b", "a#b", "a?b", "a\nb", "a\0b", "a\u0085b", new string('x', 257)];

    [Theory]
    [MemberData(nameof(BadParts))]
    public async Task A_bad_key_is_refused_wherever_it_stands(string bad)
    {
        await Refused(new(Round, "op", [new RowWrite.Insert(Key(bad), "1")], []));
        await Refused(new(Round, "op", [new RowWrite.Insert(Key("a", bad), "1")], []));
        await Refused(new(bad, "op", [new RowWrite.Insert(Key("a", partition: bad), "1")], []));
        await Refused(new(Round, bad, [new RowWrite.Insert(Key("a"), "1")], []));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Ledger.ReadAsync(Key(bad), default));
    }

    [Fact]
    public async Task The_longest_key_is_taken()
    {
        var longest = new string('x', 256);
        Assert.IsType<CommitOutcome.Committed>(await Commit(new(longest, longest, [new RowWrite.Insert(new(longest, longest, longest), "1")], [])));
        Assert.NotNull(await Read(new(longest, longest, longest)));
    }

    [Fact]
    public async Task A_row_of_another_partition_is_refused() =>
        await Refused(new(Round, "op", [new RowWrite.Insert(Key("a"), "1"), new RowWrite.Insert(Key("b", partition: "round-2"), "1")], []));

    [Fact]
    public async Task A_row_twice_is_refused()
    {
        await Refused(new(Round, "op", [new RowWrite.Insert(Key("a"), "1"), new RowWrite.Insert(Key("a"), "2")], []));
        await Refused(new(Round, "op", [new RowWrite.Insert(Key("a"), "1"), new RowWrite.Expect(Key("a"), "1")], []));
    }

    [Fact]
    public async Task A_row_has_room_for_its_bytes_in_UTF8_and_no_more()
    {
        var full = new string('x', LedgerLimits.RowBytes - 2) + "é";
        await Committed(new RowWrite.Insert(Key("full"), full));
        Assert.Equal(full, (await Existing(Key("full"))).Json);

        await Refused(Change(new RowWrite.Insert(Key("over"), full + "x")));
        await Refused(Change(new RowWrite.Replace(Key("full"), full + "x", (await Existing(Key("full"))).Version)));
    }

    [Fact]
    public async Task A_change_holds_its_limit_of_operations_and_no_more()
    {
        var rows = Enumerable.Range(0, LedgerLimits.OperationsPerChange - 1).Select(number => (RowWrite)new RowWrite.Insert(Key($"{number}"), "1")).ToArray();
        Assert.IsType<CommitOutcome.Committed>(await Commit(new(Round, "full", [.. rows, new RowWrite.Insert(Key("last"), "1")], [])));
        Assert.Equal(LedgerLimits.OperationsPerChange, (await Ids(Round)).Count);

        await Refused(new(Round, "over", [new RowWrite.Insert(Key("x"), "1")], [.. Enumerable.Repeat(Draft("offer:1"), LedgerLimits.OperationsPerChange)]));
    }

    [Fact]
    public async Task A_change_holds_its_limit_of_bytes_and_no_more()
    {
        const int Rows = LedgerLimits.ChangeBytes / LedgerLimits.RowBytes;
        var full = new string('x', LedgerLimits.RowBytes);
        var rows = Enumerable.Range(0, Rows).Select(number => (RowWrite)new RowWrite.Insert(Key($"{number}"), full)).ToArray();
        await Committed(rows);

        await Refused(new(Round, "over", [.. Enumerable.Range(0, Rows + 1).Select(number => new RowWrite.Insert(Key($"x{number}"), full))], []));
    }

    [Fact]
    public async Task A_cancelled_call_writes_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Ledger.CommitAsync(Change(new RowWrite.Insert(Key("a"), "1")), cancelled));
        Assert.Null(await Read(Key("a")));
    }

    [Fact]
    public async Task The_ledger_answers_a_check() => await Ledger.CheckAsync(default);

    private async Task Refused(LedgerChange change)
    {
        var before = await Ids(null);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Ledger.CommitAsync(change, default));
        Assert.Equal(before, await Ids(null));
        Assert.Empty(await Journal());
    }
}
