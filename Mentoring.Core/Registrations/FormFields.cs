using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Core.Registrations;

/// <summary>The fields of a form as they came, unchecked: each name with its values in order. Names are told apart by case.</summary>
public sealed class FormFields
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> _fields = new(StringComparer.Ordinal);

    /// <param name="pairs">Name and value; a name may come again.</param>
    public FormFields(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var field in pairs.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal))
            _fields.Add(field.Key, [.. field]);
    }

    private FormFields(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields)
    {
        foreach (var (name, values) in fields)
            _fields.Add(name, values);
    }

    public static FormFields Empty { get; } = new(Enumerable.Empty<KeyValuePair<string, string>>());

    /// <summary>In ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _fields.Keys;

    /// <summary>Empty where there is no such field.</summary>
    public IReadOnlyList<string> this[string name] => _fields.TryGetValue(name, out var values) ? values : [];

    /// <summary>The first value, null where there is none.</summary>
    public string? First(string name) => this[name] is [var first, ..] ? first : null;

    public FormFields With(string name, params IReadOnlyList<string> values) =>
        new(_fields.Where(field => field.Key != name).Append(new(name, [.. values])));

    public FormFields Without(string name) => new(_fields.Where(field => field.Key != name));

    public FormFields Only(IReadOnlySet<string> names) => new(_fields.Where(field => names.Contains(field.Key)));

    /// <summary>
    /// SHA-256, hex, of what the fields say. The order of the fields does not matter, that of a field's values does; a blank value
    /// counts as none, because browsers send empty boxes and programs leave them out.
    /// </summary>
    public string ContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, all) in _fields)
        {
            var values = all.Where(value => !string.IsNullOrWhiteSpace(value)).ToList();
            if (values.Count == 0)
                continue;
            Append(hash, name);
            AppendNumber(hash, values.Count);
            foreach (var value in values)
                Append(hash, value);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Lengths go before texts, so that no two different forms give the same bytes. UTF-16 keeps even halves of characters apart.
    private static void Append(IncrementalHash hash, string text)
    {
        AppendNumber(hash, text.Length);
        hash.AppendData(Encoding.Unicode.GetBytes(text));
    }

    private static void AppendNumber(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
