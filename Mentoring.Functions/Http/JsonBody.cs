using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Http;

/// <summary>Reads a JSON object of texts, numbers, booleans (<c>true</c> is <c>yes</c>) and lists of them as the fields of a form.</summary>
internal static class JsonBody
{
    private const int Deepest = 8;
    private const string Allowed = "must be a text, a number, true, false or a list of these";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static BodyResult Read(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        if (!Utf8.IsValid(body.Span))
            return FormBody.Refuse(FormBody.NotUtf8);
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Deepest });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Fields(document.RootElement)
                : FormBody.Refuse(Malformed("The body must be one JSON object whose names are the form's fields."));
        }
        catch (JsonException broken)
        {
            return FormBody.Refuse(Malformed(string.Create(
                CultureInfo.InvariantCulture, $"The body is not JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.")));
        }
        catch (InvalidOperationException)
        {
            // Escapes may spell half a character, which only reading the text finds out.
            return FormBody.Refuse(Malformed("A text contains half of a character (a lone surrogate such as \\ud800)."));
        }
    }

    private static BodyResult Fields(JsonElement root)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reader = new FieldReader(FormFields.Empty);
        foreach (var property in root.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                return FormBody.Refuse(Malformed($"{FieldReader.Shown(property.Name)} is there more than once. Give each name once, and a list where a field repeats."));
            if (!TryValues(property.Value, out var values))
                reader.Wrong(property.Name, $"{FieldReader.Shown(property.Name)} {Allowed}.");
            if (pairs.Count + values.Count > FormBody.MostValues || seen.Count > FormBody.MostValues)
                return FormBody.Refuse(FormBody.TooMany);
            pairs.AddRange(values.Select(value => new KeyValuePair<string, string>(property.Name, value)));
        }

        return reader.Errors.Count > 0 ? FormBody.Refuse(Problem.Invalid(reader.Errors)) : new BodyResult.Fields(new FormFields(pairs), Json: true);
    }

    private static bool TryValues(JsonElement element, out IReadOnlyList<string> values)
    {
        var found = element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(Text)] : new[] { Text(element) };
        var isNothing = element.ValueKind == JsonValueKind.Null;
        values = isNothing ? [] : [.. found.OfType<string>()];
        return isNothing || values.Count == found.Length;
    }

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => null,
    };

    private static Problem Malformed(string detail) => Problem.Malformed("malformed-json", detail);
}
