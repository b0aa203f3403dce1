using Mentoring.Functions.Ledger;

namespace Mentoring.Tests.Ledger;

public abstract partial class LedgerContract
{
    [Fact]
    public async Task Journal_entries_are_numbered_from_one_and_chained()
    {
        Assert.Equal(0, await Ledger.JournalHeadAsync(Round, default));
        await Commit(Entry(Draft("offer:1"), Draft("offer:2", "offer.sent", KeyValuePair.Create("score", "12"), KeyValuePair.Create("ü", "\"quoted\""))));
        await Commit(Entry(Draft("offer:1", "offer.accepted")));

        var entries = await Journal();

        Assert.Equal([1L, 2L, 3L], entries.Select(entry => entry.Number));
        Assert.Equal(["offer.created", "offer.sent", "offer.accepted"], entries.Select(entry => entry.Draft.Event));
        Assert.Equal(new[] { KeyValuePair.Create("score", "12"), KeyValuePair.Create("ü", "\"quoted\"") }, entries[1].Draft.Facts);
        Assert.Equal(Start, entries[0].Draft.At);
        Assert.Equal("clock", entries[0].Draft.By);
        Assert.Equal(3, await Ledger.JournalHeadAsync(Round, default));
        AssertChain(Round, entries);
    }

    [Fact]
    public async Task Each_partition_has_its_own_journal()
    {
        await Commit(new("p1", "1", [], [Draft("a:1"), Draft("a:2")]));
        await Commit(new("p2", "1", [], [Draft("b:1")]));

        AssertChain("p1", await Journal("p1"));
        AssertChain("p2", await Journal("p2"));
        Assert.Equal(2, await Ledger.JournalHeadAsync("p1", default));
        Assert.Equal(1, await Ledger.JournalHeadAsync("p2", default));
        Assert.NotEqual((await Journal("p1"))[0].Hash, (await Journal("p2"))[0].Hash);
    }

    [Fact]
    public async Task The_journal_is_read_on_after_a_number()
    {
        for (var number = 1; number <= 1100; number += 10)
            await Commit(Entry([.. Enumerable.Range(number, 10).Select(each => Draft($"offer:{each}"))]));

        Assert.Equal(Enumerable.Range(1, 1100).Select(number => $"offer:{number}"), (await Journal()).Select(entry => entry.Draft.Subject));
        Assert.Equal([1099L, 1100L], (await Journal(after: 1098)).Select(entry => entry.Number));
        Assert.Empty(await Journal(after: 1100));
        AssertChain(Round, await Journal());
    }

    [Fact]
    public async Task A_journal_entry_that_was_altered_does_not_hold()
    {
        await Commit(Entry(Draft("offer:1", "offer.accepted", KeyValuePair.Create("places", "1"))));
        var entry = Assert.Single(await Journal());
        var root = JournalChain.Root(Round);

        Assert.True(JournalChain.Holds(entry, root));
        Assert.False(JournalChain.Holds(entry with { Draft = entry.Draft with { Event = "offer.declined" } }, root));
        Assert.False(JournalChain.Holds(entry with { Draft = entry.Draft with { At = Start.AddTicks(1) } }, root));
        Assert.False(JournalChain.Holds(entry with { Draft = entry.Draft with { Facts = [KeyValuePair.Create("places", "2")] } }, root));
        Assert.False(JournalChain.Holds(entry with { Number = 2 }, root));
        Assert.False(JournalChain.Holds(entry, JournalChain.Root("round-2")));
    }
}
