using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mentoring.Functions.Ledger;

/// <summary>An event to be entered. Ids and codes only: the journal outlives erasure, so it must never hold a person's words.</summary>
/// <param name="Event">Stage and event, such as <c>offer.accepted</c>.</param>
/// <param name="Subject">Kind and id of the row it happened to, such as <c>offer:0192…</c>.</param>
/// <param name="By">Who caused it: <c>mentor</c>, <c>mentee</c>, <c>participant</c>, <c>coordinator</c>, <c>clock</c>.</param>
/// <param name="Facts">Names and values in ordinal order of names.</param>
public sealed record JournalDraft(DateTimeOffset At, string Event, string Subject, string By, IReadOnlyList<KeyValuePair<string, string>> Facts);

/// <summary>An event as entered: its number in the partition from 1 without gaps, and the chain.</summary>
/// <param name="Hash">SHA-256, hex, over the previous entry's hash and this entry's canonical text; see <see cref="JournalChain"/>.</param>
public sealed record JournalEntry(string Partition, long Number, JournalDraft Draft, string PreviousHash, string Hash);

/// <summary>The hash chain: each entry seals all before it, so a changed, lost or added entry shows.</summary>
public static class JournalChain
{
    /// <summary>What the first entry of a partition follows.</summary>
    public static string Root(string partition) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes("journal:" + partition)));

    public static JournalEntry Append(string partition, long number, string previousHash, JournalDraft draft) =>
        new(partition, number, draft, previousHash, Hex(Digest(previousHash, partition, number, draft)));

    /// <summary>Whether the entry is what was sealed.</summary>
    public static bool Holds(JournalEntry entry, string previousHash) =>
        entry == Append(entry.Partition, entry.Number, previousHash, entry.Draft);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    /// <summary>Over the previous hash and, on a line of its own, an array of the parts as JSON; the facts are one flat array.</summary>
    private static byte[] Digest(string previousHash, string partition, long number, JournalDraft draft)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        Encoding.UTF8.GetBytes(previousHash + "\n", bytes);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            json.WriteStringValue(partition);
            json.WriteNumberValue(number);
            json.WriteStringValue(draft.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStringValue(draft.Event);
            json.WriteStringValue(draft.Subject);
            json.WriteStringValue(draft.By);
            json.WriteStartArray();
            foreach (var (name, value) in draft.Facts)
            {
                json.WriteStringValue(name);
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        return SHA256.HashData(bytes.WrittenSpan);
    }
}
