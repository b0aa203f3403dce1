using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mentoring.Local.Durable;

/// <summary>How history looks in rows, and in files that people read.</summary>
internal static class HistoryFormat
{
    internal static HistoryJson Stored { get; } = new(With(isIndented: false));

    internal static HistoryJson Recorded { get; } = new(With(isIndented: true));

    // Payloads are JSON inside JSON strings; escaping quotes alone keeps them short and legible.
    private static JsonSerializerOptions With(bool isIndented) =>
        new(HistoryJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = isIndented };
}
