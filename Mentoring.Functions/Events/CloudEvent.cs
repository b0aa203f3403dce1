using System.Globalization;
using System.Text.Json.Serialization;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Settings;

namespace Mentoring.Functions.Events;

/// <summary>A journal entry as other systems get it (CloudEvents 1.0, JSON). Ids and codes only, as in the journal.</summary>
/// <param name="Id">Unique within the source: the entry's number.</param>
/// <param name="Source">The round's address.</param>
/// <param name="Type">Such as <c>mentoring.offer.accepted</c>.</param>
/// <param name="Subject">Kind and id of what it happened to.</param>
public sealed record CloudEvent(
    [property: JsonPropertyName("specversion")] string SpecVersion,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("time")] string Time,
    [property: JsonPropertyName("datacontenttype")] string DataContentType,
    [property: JsonPropertyName("data")] IReadOnlyDictionary<string, string> Data)
{
    public static CloudEvent Of(JournalEntry entry, Site site) => new(
        "1.0",
        entry.Number.ToString(CultureInfo.InvariantCulture),
        site.At("rounds/" + Uri.EscapeDataString(entry.Partition)).AbsoluteUri,
        "mentoring." + entry.Draft.Event,
        entry.Draft.Subject,
        entry.Draft.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        "application/json",
        new OrderedDictionary<string, string>(entry.Draft.Facts.Append(new("by", entry.Draft.By)).DistinctBy(fact => fact.Key)));
}
