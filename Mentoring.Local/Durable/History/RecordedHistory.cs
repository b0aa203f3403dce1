using System.Text.Json;

namespace Mentoring.Local.Durable;

/// <summary>An instance's history as a file: the current execution of one instance, from its start to its last turn.</summary>
internal sealed record RecordedHistory(string InstanceId, string Name, long Execution, IReadOnlyList<HistoryEvent> Events)
{
    internal string ToJson() => JsonSerializer.Serialize(this, HistoryFormat.Recorded.RecordedHistory);

    /// <exception cref="FormatException">The text is no recorded history.</exception>
    internal static RecordedHistory FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, HistoryFormat.Recorded.RecordedHistory)
                ?? throw new FormatException("A recorded history is a JSON object, not null.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"This is no recorded history: {exception.Message}", exception);
        }
    }
}
