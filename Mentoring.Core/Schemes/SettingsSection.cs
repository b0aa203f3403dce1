using System.Globalization;
using System.Text.Json;

namespace Mentoring.Core.Schemes;

/// <summary>Reads one object of a settings file and collects every fault in it, unknown names included.</summary>
internal sealed partial class SettingsSection
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly List<Fault> _faults;

    public SettingsSection(JsonElement? element, string path, List<Fault> faults)
    {
        _path = path;
        _faults = faults;
        if (element is not { } found)
            return;
        if (found.ValueKind != JsonValueKind.Object)
        {
            Fault(path.Length == 0 ? "(whole file)" : path, Shown(found), "an object");
            _faults = []; // That all its settings are missing goes without saying.
            return;
        }

        foreach (var property in found.EnumerateObject())
        {
            if (Words(() => property.Name) is not { } name)
                Fault(path.Length == 0 ? "(whole file)" : path, Shown(property.Value), "a name in whole characters");
            else if (!_values.TryAdd(name, property.Value))
                Fault(At(name), Shown(property.Value), "each name once");
        }
    }

    public string Text(string name, int longest, string allowed, Func<string, bool>? valid = null) =>
        OptionalText(name, longest, allowed, valid) ?? Missing(name, allowed);

    /// <summary>Without the blanks around it, which nobody sees and which no answer of a form has.</summary>
    public string? OptionalText(string name, int longest, string allowed, Func<string, bool>? valid = null)
    {
        if (Take(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && Words(value.GetString)?.Trim() is { } text && Clean(text, longest) && (valid?.Invoke(text) ?? true))
            return text;
        return Fault(At(name), Shown(value), allowed);
    }

    /// <summary>A faulty number reads as <paramref name="most"/>, so that what is measured against it is not called wrong as well.</summary>
    public int Number(string name, int least, int most, int? fallback = null)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        if (Take(name) is not { } value)
        {
            if (fallback is null)
                Missing(name, allowed);
            return fallback ?? most;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Fault(At(name), Shown(value), allowed);
        return most;
    }

    /// <summary>The fallback where it is missing.</summary>
    public bool Flag(string name, bool fallback)
    {
        if (Take(name) is not { } value)
            return fallback;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fault(At(name), Shown(value), "true or false");
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>One of a few numbers; the fallback where it is missing or faulty.</summary>
    public int? OneOf(string name, IReadOnlyList<int> numbers, int? fallback)
    {
        if (Take(name) is not { } value)
            return fallback;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && numbers.Contains(number))
            return number;
        Fault(At(name), Shown(value), string.Join(" or ", numbers));
        return fallback;
    }

    public T Choice<T>(string name, IReadOnlyDictionary<string, T> choices, string? fallback = null)
    {
        var allowed = string.Join(", ", choices.Keys);
        var word = Take(name) is null ? fallback ?? Missing(name, allowed) : OptionalText(name, 100, allowed, choices.ContainsKey);
        return word is not null && choices.TryGetValue(word, out var choice) ? choice : choices.First().Value;
    }

    /// <summary>A missing section reads as an empty one: its defaults stand and what has none is a fault.</summary>
    public T Section<T>(string name, Func<SettingsSection, T> read) =>
        Read(new SettingsSection(Take(name), At(name), _faults), read);

    /// <summary>Null where it is missing.</summary>
    public T? OptionalSection<T>(string name, Func<SettingsSection, T> read)
        where T : class => Take(name) is null ? null : Section(name, read);

    public string? Fault(string path, string value, string allowed)
    {
        _faults.Add(new Fault(path, value, allowed));
        return null;
    }

    public string At(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    /// <summary>Reports every name that nobody asked for.</summary>
    public void Close()
    {
        foreach (var name in _values.Keys.Where(name => !_asked.Contains(name)))
            Fault(At(name), Shown(_values[name]), "one of " + string.Join(", ", _asked.Order(StringComparer.Ordinal)));
    }

    private static T Read<T>(SettingsSection section, Func<SettingsSection, T> read)
    {
        var result = read(section);
        section.Close();
        return result;
    }

    private JsonElement? Take(string name)
    {
        _asked.Add(name);
        return _values.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private string Missing(string name, string allowed)
    {
        if (!_values.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
            Fault(At(name), "(missing)", allowed);
        return "";
    }

    /// <summary>Null where an escape names half a character.</summary>
    private static string? Words(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Clean(string text, int longest) =>
        text.Length > 0 && text.Length <= longest && !text.Any(char.IsControl);

    private static string Shown(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.Length <= 80 ? raw : raw[..77] + "…";
    }
}
