using System.Globalization;
using System.Text.Json;

namespace Mentoring.Core.Schemes;

/// <content>Settings that are lists.</content>
internal sealed partial class SettingsSection
{
    public IReadOnlyList<int> RisingDays(string name, int below)
    {
        var allowed = below == 1 ? "no days at all" : string.Create(CultureInfo.InvariantCulture, $"whole numbers from 1 to {below - 1}, rising");
        var days = Items(name, allowed).Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var day) ? day : -1).ToList();
        if (days.Any(day => day < 1 || day >= below) || !days.SequenceEqual(days.Distinct().Order()))
            Fault(At(name), Shown(_values[name]), allowed);
        return days;
    }

    public IReadOnlyList<int> Numbers(string name, int least, int most, IReadOnlyList<int> fallback)
    {
        if (Take(name) is not { } value)
            return fallback;
        var allowed = string.Create(CultureInfo.InvariantCulture, $"one or more whole numbers from {least} to {most}");
        var numbers = Items(name, allowed).Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) ? number : least - 1).ToList();
        if (value.ValueKind == JsonValueKind.Array && numbers.Count == 0 || numbers.Any(number => number < least || number > most))
            Fault(At(name), Shown(_values[name]), allowed);
        return numbers;
    }

    public IReadOnlyList<string> Texts(string name, string allowed, Func<string, bool> valid)
    {
        var texts = new List<string>();
        var index = 0;
        foreach (var item in Items(name, "texts, each " + allowed))
        {
            if (item.ValueKind == JsonValueKind.String && Words(item.GetString)?.Trim() is { } text && Clean(text, 300) && valid(text) && !texts.Contains(text))
                texts.Add(text);
            else
                Fault(At($"{name}[{index}]"), Shown(item), allowed + ", each once");
            index++;
        }

        return texts;
    }

    public IReadOnlyList<T> Sections<T>(string name, Func<SettingsSection, T> read) =>
        Items(name, "objects").Select((item, index) => Read(new SettingsSection(item, At($"{name}[{index}]"), _faults), read)).ToList();

    /// <summary>An object whose names are free.</summary>
    /// <param name="valid">Of name and text.</param>
    public IReadOnlyDictionary<string, string> Map(string name, string allowed, Func<string, string, bool> valid)
    {
        var map = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (Take(name) is not { } value)
            return map;
        if (value.ValueKind != JsonValueKind.Object)
        {
            Fault(At(name), Shown(value), "an object; in it " + allowed);
            return map;
        }

        foreach (var property in value.EnumerateObject())
        {
            var key = Words(() => property.Name)?.Trim();
            if (key is null || property.Value.ValueKind != JsonValueKind.String || Words(property.Value.GetString)?.Trim() is not { } text || !Clean(text, 300) || !valid(key, text))
                Fault(At($"{name}.{key}"), Shown(property.Value), allowed);
            else if (!map.TryAdd(key, text))
                Fault(At($"{name}.{key}"), Shown(property.Value), "each name once");
        }

        return map;
    }

    private IEnumerable<JsonElement> Items(string name, string allowed)
    {
        if (Take(name) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray();
        Fault(At(name), Shown(value), "a list of " + allowed);
        return [];
    }
}
