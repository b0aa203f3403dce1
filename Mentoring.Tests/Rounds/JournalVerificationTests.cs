using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Local.Ledger;
using Mentoring.Local.Storage;
using Mentoring.Tests.Journeys;

namespace Mentoring.Tests.Rounds;

/// <summary>What is found where somebody laid hands on a round's journal or rows.</summary>
[Trait("Requirement", "B9")]
public sealed class JournalVerificationTests
{
    [Fact]
    public async Task Whatever_is_done_to_a_journal_shows()
    {
        await using var journey = await Journey.StartAsync();
        await journey.IntroduceAsync();
        var ledger = journey.Host.Ledger;
        JournalEntry[] entries = [.. await ledger.JournalAsync(journey.Round, 0, CancellationToken.None).ToListAsync()];

        var introduced = Array.FindIndex(entries, entry => entry.Draft.Subject.StartsWith("partnership:", StringComparison.Ordinal));

        Assert.Contains($"{entries.Length} entries, the chain holds. The last is sealed {entries[^1].Hash[..16]}.", await WordsAsync(journey, entries), StringComparison.Ordinal);
        Assert.Contains("entry 3 is not what was sealed", await WordsAsync(journey, [.. entries[..2], .. entries[3..]]), StringComparison.Ordinal);
        Assert.Contains("entry 3 is not what was sealed", await WordsAsync(journey, [.. entries[..2], entries[3], entries[2], .. entries[4..]]), StringComparison.Ordinal);
        Assert.Contains("entry 3 is not what was sealed", await WordsAsync(journey, [.. entries[..2], entries[2] with { Draft = entries[2].Draft with { By = "nobody" } }, .. entries[3..]]), StringComparison.Ordinal);
        Assert.Contains("Its end is missing", await WordsAsync(journey, entries[..introduced]), StringComparison.Ordinal);
        Assert.Contains(await CheckAsync(journey, new Handled(journey.Host.Ledger, [], null)), finding => !finding.Holds);
    }

    [Fact]
    public async Task A_row_that_the_journal_tells_of_and_that_is_gone_shows()
    {
        await using var journey = await Journey.StartAsync();
        await journey.IntroduceAsync();
        var ledger = new Handled(journey.Host.Ledger, null, Stages.Offers.Kind);

        Assert.Contains("the journal tells of offer:", Assert.Single(await CheckAsync(journey, ledger), finding => !finding.Holds).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE journal SET facts = 'no JSON'")]
    [InlineData("UPDATE journal SET facts = '[\"one\"]'")]
    [InlineData("UPDATE journal SET at = 9223372036854775807")]
    [InlineData("UPDATE rows SET json = '{'")]
    public async Task What_cannot_be_read_is_a_finding_and_no_fault_of_the_check(string sql)
    {
        using var folder = new TestFolder();
        using var store = SqliteStore.Open(folder.File("mentoring.db"), MentoringDatabase.Schema, Durability.Process);
        var ledger = new SqliteLedger(store);
        var draft = new JournalDraft(DateTimeOffset.UnixEpoch, "round.created", "round:2024", "clock", []);
        await ledger.CommitAsync(new LedgerChange("2024", "first", [new RowWrite.Insert(new RowKey("2024", "round", "2024"), Stages.Rounds.Write(new Round.None()))], [draft]), CancellationToken.None);
        await store.WriteAsync(session =>
        {
            session.Execute(sql);
            return 0;
        });
        var again = new SqliteLedger(store);

        var finding = Assert.Single(await Verification(again, TimeProvider.System).CheckAsync("2024", CancellationToken.None), finding => !finding.Holds);

        Assert.StartsWith("A row or an entry of the journal cannot be read: ", finding.Words, StringComparison.Ordinal);
    }

    private static async Task<string> WordsAsync(Journey journey, IReadOnlyList<JournalEntry> entries) =>
        string.Join(' ', (await CheckAsync(journey, new Handled(journey.Host.Ledger, entries, null))).Select(finding => finding.Words));

    private static Task<IReadOnlyList<Finding>> CheckAsync(Journey journey, ILedger ledger) => Verification(ledger, journey.Host.Clock).CheckAsync(journey.Round, CancellationToken.None);

    private static RoundVerification Verification(ILedger ledger, TimeProvider time) => new(ledger, new LedgerReader(ledger), new MatchingArchive(ledger, new CryptographicIdentifiers(), time));

    /// <summary>A ledger whose journal is another, or of which a kind of rows is gone.</summary>
    private sealed class Handled(ILedger inner, IReadOnlyList<JournalEntry>? journal, string? gone) : LedgerAround(inner)
    {
        public override IAsyncEnumerable<JournalEntry> JournalAsync(string partition, long after, CancellationToken cancellation) =>
            journal?.ToAsyncEnumerable() ?? base.JournalAsync(partition, after, cancellation);

        public override IAsyncEnumerable<LedgerRow> ListAsync(string? partition, string kind, CancellationToken cancellation) =>
            kind == gone ? AsyncEnumerable.Empty<LedgerRow>() : base.ListAsync(partition, kind, cancellation);
    }
}
