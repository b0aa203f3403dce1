using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mentoring.Local.Durable;

/// <summary>The stored form of history. Names are part of files that people keep, so they change only with a new schema version.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(List<HistoryEvent>))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(RecordedHistory))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    internal static HistoryJson Stored { get; } = new(With(isIndented: false));

    internal static HistoryJson Recorded { get; } = new(With(isIndented: true));

    // Payloads are JSON inside JSON strings; escaping quotes alone keeps them short and legible.
    private static JsonSerializerOptions With(bool isIndented) =>
        new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = isIndented };
}
