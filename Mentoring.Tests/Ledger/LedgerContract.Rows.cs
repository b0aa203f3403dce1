using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Ledger;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task A_row_is_read_as_it_was_written()
    {
        var due = Start.AddTicks(1);
        const string Json = """{"name":"Zoë Ó Brádaigh 🦉","lines":"a\nb"}""";
        await Committed(new RowWrite.Insert(Key("a"), Json, due));

        var row = await Existing(Key("a"));

        Assert.Equal(Key("a"), row.Key);
        Assert.Equal(Json, row.Json);
        Assert.Equal(due, row.DueAt);
        Assert.True(LedgerGuard.IsPart(row.Version), "A version may be part of an operation's name.");
    }

    [Fact]
    public async Task An_absent_row_is_null()
    {
        Assert.Null(await Read(Key("a")));
        Assert.Null(await Ledger.FindAsync("offer", "a", default));
    }

    [Fact]
    public async Task A_row_is_found_without_its_partition()
    {
        await Committed(new RowWrite.Insert(Key("a"), "1"));
        await Committed(new RowWrite.Insert(Key("b", "registration"), "2"));

        Assert.Equal(Key("a"), (await Ledger.FindAsync("offer", "a", default))?.Key);
        Assert.Equal("2", (await Ledger.FindAsync("registration", "b", default))?.Json);
        Assert.Null(await Ledger.FindAsync("registration", "a", default));
    }

    [Fact]
    public async Task Inserting_what_exists_is_a_conflict()
    {
        await Committed(new RowWrite.Insert(Key("a"), "1"));

        var outcome = await Commit(Change(new RowWrite.Insert(Key("a"), "2")));

        Assert.Equal(new CommitOutcome.Conflict(Key("a")), outcome);
        Assert.Equal("1", (await Existing(Key("a"))).Json);
    }

    [Fact]
    public async Task Replacing_needs_the_version_that_was_read()
    {
        await Committed(new RowWrite.Insert(Key("a"), "1", Start));
        var first = await Existing(Key("a"));
        await Committed(new RowWrite.Replace(Key("a"), "2", first.Version));

        var outcome = await Commit(Change(new RowWrite.Replace(Key("a"), "3", first.Version)));

        Assert.Equal(new CommitOutcome.Conflict(Key("a")), outcome);
        var row = await Existing(Key("a"));
        Assert.Equal("2", row.Json);
        Assert.Null(row.DueAt);
        Assert.NotEqual(first.Version, row.Version);
    }

    [Theory]
    [InlineData("absent")]
    [InlineData("")]
    public async Task Replacing_deleting_or_expecting_an_absent_row_is_a_conflict(string version)
    {
        RowWrite[] writes = [new RowWrite.Replace(Key("a"), "1", version), new RowWrite.Delete(Key("a"), version), new RowWrite.Expect(Key("a"), version)];
        foreach (var write in writes) Assert.Equal(new CommitOutcome.Conflict(Key("a")), await Commit(Change(write)));
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_its_old_version_never_fits_again()
    {
        await Committed(new RowWrite.Insert(Key("a"), "1"));
        var first = await Existing(Key("a"));
        await Committed(new RowWrite.Delete(Key("a"), first.Version));
        Assert.Null(await Read(Key("a")));
        await Committed(new RowWrite.Insert(Key("a"), "1"));

        Assert.IsType<CommitOutcome.Conflict>(await Commit(Change(new RowWrite.Delete(Key("a"), first.Version))));
        Assert.IsType<CommitOutcome.Conflict>(await Commit(Change(new RowWrite.Expect(Key("a"), first.Version))));
    }

    [Fact]
    public async Task Expecting_a_row_guards_the_decision_and_leaves_the_row_alone()
    {
        await Committed(new RowWrite.Insert(Key("a"), "1"));
        var first = await Existing(Key("a"));

        await Committed(new RowWrite.Expect(Key("a"), first.Version), new RowWrite.Insert(Key("b"), "2"));
        Assert.Equal(first, await Existing(Key("a")));

        await Committed(new RowWrite.Replace(Key("a"), "1", first.Version));
        var outcome = await Commit(Change(new RowWrite.Insert(Key("c"), "3"), new RowWrite.Expect(Key("a"), first.Version)));
        Assert.Equal(new CommitOutcome.Conflict(Key("a")), outcome);
        Assert.Null(await Read(Key("c")));
    }

    [Fact]
    public async Task A_change_is_written_whole_or_not_at_all()
    {
        await Committed(new RowWrite.Insert(Key("taken"), "1"));
        var change = new LedgerChange(
            Round,
            "whole",
            [new RowWrite.Insert(Key("a"), "1"), new RowWrite.Insert(Key("taken"), "2"), new RowWrite.Insert(Key("b"), "1")],
            [Draft("offer:a")]);

        Assert.Equal(new CommitOutcome.Conflict(Key("taken")), await Commit(change));

        Assert.Equal([$"{Round}/offer/taken"], await Ids(Round));
        Assert.Empty(await Journal());

        var taken = await Existing(Key("taken"));
        await Committed(new RowWrite.Delete(Key("taken"), taken.Version));
        Assert.IsType<CommitOutcome.Committed>(await Commit(change));
        Assert.Equal(3, (await Ids(Round)).Count);
        Assert.Single(await Journal());
    }

    [Fact]
    public async Task The_same_operation_twice_is_committed_once()
    {
        var change = new LedgerChange(Round, "accept-1", [new RowWrite.Insert(Key("a"), "1")], [Draft("offer:a")]);
        Assert.IsType<CommitOutcome.Committed>(await Commit(change));
        var first = await Existing(Key("a"));

        Assert.IsType<CommitOutcome.Committed>(await Commit(change));
        Assert.IsType<CommitOutcome.Committed>(await Commit(change with { Rows = [new RowWrite.Replace(Key("a"), "2", first.Version)] }));

        Assert.Equal(first, await Existing(Key("a")));
        Assert.Single(await Journal());
    }

    [Fact]
    public async Task An_operation_belongs_to_its_partition()
    {
        Assert.IsType<CommitOutcome.Committed>(await Commit(new("p1", "op", [new RowWrite.Insert(Key("a", partition: "p1"), "1")], [])));
        Assert.IsType<CommitOutcome.Committed>(await Commit(new("p2", "op", [new RowWrite.Insert(Key("b", partition: "p2"), "1")], [])));

        Assert.NotNull(await Read(Key("b", partition: "p2")));
    }
}
