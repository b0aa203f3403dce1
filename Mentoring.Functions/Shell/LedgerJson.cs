using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Functions.Ledger;

namespace Mentoring.Functions.Shell;

/// <summary>How rows are written. Names of cases and properties are part of the stored format.</summary>
public static class LedgerJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Of a closed union the base type, so that the case's name is written.</summary>
    public static string Write<T>(T row) => JsonSerializer.Serialize(row, Options);

    /// <exception cref="InvalidDataException">The text is empty.</exception>
    /// <exception cref="JsonException">The row is of another kind, or of a newer version.</exception>
    public static T Read<T>(string json)
        where T : class =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException($"A row of {typeof(T).Name} is empty.");

    /// <summary>What the row says.</summary>
    /// <inheritdoc cref="Read{T}(string)"/>
    public static T As<T>(this LedgerRow row)
        where T : class =>
        row.As(static json => Read<T>(json));
}
