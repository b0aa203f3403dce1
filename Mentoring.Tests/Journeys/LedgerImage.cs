using System.Reflection;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;

namespace Mentoring.Tests.Journeys;

/// <summary>Everything a ledger holds, row by row, to see what changed and what is left of somebody.</summary>
internal static class LedgerImage
{
    /// <summary>Of all rows: those of the stages and those beside them, such as links and unsent mails.</summary>
    private static readonly IReadOnlyList<string> Kinds =
    [
        .. typeof(Stages).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((Stage)field.GetValue(null)!).Kind),
        .. typeof(OutboxMail).Assembly.GetTypes().Select(type => type.GetField("Kind", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string)).Select(field => (string)field!.GetRawConstantValue()!),
    ];

    public static async Task<IReadOnlyList<LedgerRow>> RowsAsync(ILedger ledger)
    {
        var rows = new List<LedgerRow>();
        foreach (var kind in Kinds)
        {
            await foreach (var row in ledger.ListAsync(null, kind, CancellationToken.None))
                rows.Add(row);
        }

        return rows;
    }

    public static async Task<IReadOnlyList<JournalEntry>> JournalAsync(ILedger ledger)
    {
        var entries = new List<JournalEntry>();
        foreach (var partition in await ledger.PartitionsAsync(CancellationToken.None))
        {
            await foreach (var entry in ledger.JournalAsync(partition, 0, CancellationToken.None))
                entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Names and versions of all rows and the heads of all journals: equal where nothing was stored in between.</summary>
    public static async Task<IReadOnlyList<string>> ShapeAsync(ILedger ledger)
    {
        List<string> shape = [.. (await RowsAsync(ledger)).Select(row => $"{row.Key} {row.Version}")];
        foreach (var partition in await ledger.PartitionsAsync(CancellationToken.None))
            shape.Add($"{partition} {await ledger.JournalHeadAsync(partition, CancellationToken.None)}");
        return shape;
    }

    /// <summary>Whether every entry of every journal is what was sealed.</summary>
    public static async Task JournalHoldsAsync(ILedger ledger)
    {
        foreach (var journal in (await JournalAsync(ledger)).GroupBy(entry => entry.Partition))
        {
            var (previous, number) = (JournalChain.Root(journal.Key), 0L);
            foreach (var entry in journal)
            {
                Assert.Equal(++number, entry.Number);
                Assert.True(JournalChain.Holds(entry, previous), $"{journal.Key} {entry.Number}");
                previous = entry.Hash;
            }
        }
    }
}
