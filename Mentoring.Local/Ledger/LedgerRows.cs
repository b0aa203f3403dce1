using System.Globalization;
using System.Text.Json;
using Mentoring.Functions.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Ledger;

/// <summary>How rows and journal entries are read out of their columns.</summary>
internal static class LedgerRows
{
    public static LedgerRow Read(Statement row) => new(
        new RowKey(row.Text(0), row.Text(1), row.Text(2)),
        row.Text(3),
        row.InstantOrNull(4),
        Version(row.Int(5)));

    /// <exception cref="InvalidDataException">The entry is none that was ever written.</exception>
    public static JournalEntry ReadEntry(string partition, Statement row)
    {
        try
        {
            return new JournalEntry(partition, row.Int(0), new JournalDraft(row.Instant(1), row.Text(2), row.Text(3), row.Text(4), Facts(row.Text(5))), row.Text(6), row.Text(7));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException($"entry {row.Int(0)} of the journal of {partition}.", fault);
        }
    }

    public static string Version(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A flat list, name and value in turn: their order counts, and a name may come twice.</summary>
    public static string Facts(IReadOnlyList<KeyValuePair<string, string>> facts) =>
        facts.Count == 0 ? "[]" : JsonSerializer.Serialize(facts.SelectMany(fact => new[] { fact.Key, fact.Value }));

    private static KeyValuePair<string, string>[] Facts(string json) =>
        json == "[]" ? []
        : JsonSerializer.Deserialize<string[]>(json) is { } flat && flat.Length % 2 == 0 ? [.. flat.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))]
        : throw new JsonException("Facts are names and values in turn.");
}
