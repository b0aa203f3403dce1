using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Mentoring.Core.Registrations;

/// <summary>The fields of a form as they came, unchecked: each name with its values in order. Names are told apart by case.</summary>
public sealed class FormFields
{
    private readonly Dictionary<string, IReadOnlyList<string>> _fields = new(StringComparer.Ordinal);
    private readonly string[] _names;

    /// <param name="pairs">Name and value; a name may come again.</param>
    public FormFields(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var (name, value) in pairs)
        {
            if (!_fields.TryGetValue(name, out var values))
                _fields.Add(name, values = new List<string>(1));
            ((List<string>)values).Add(value);
        }

        _names = Sorted(_fields.Keys);
    }

    private FormFields(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> fields)
    {
        foreach (var (name, values) in fields)
            _fields.Add(name, values);
        _names = Sorted(_fields.Keys);
    }

    public static FormFields Empty { get; } = new(Enumerable.Empty<KeyValuePair<string, string>>());

    /// <summary>In ordinal order.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Empty where there is no such field.</summary>
    public IReadOnlyList<string> this[string name] => _fields.TryGetValue(name, out var values) ? values : [];

    /// <summary>The first value, null where there is none.</summary>
    public string? First(string name) => this[name] is [var first, ..] ? first : null;

    public FormFields With(string name, params IReadOnlyList<string> values) =>
        new(_fields.Where(field => field.Key != name).Append(new(name, [.. values])));

    public FormFields Without(string name) => new(_fields.Where(field => field.Key != name));

    /// <summary>
    /// SHA-256, hex, of what the fields say, or those of some names. The order of the fields does not matter, that of a field's values does;
    /// a blank value counts as none, because browsers send empty boxes and programs leave them out;
    /// lines may end in either way, because browsers send CR LF and their scripts LF.
    /// </summary>
    public string ContentHash(IReadOnlySet<string>? names = null)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        foreach (var name in names is null ? _names : _names.Where(names.Contains))
        {
            var count = _fields[name].Count(IsGiven);
            if (count == 0)
                continue;
            Write(bytes, name);
            Write(bytes, count);
            foreach (var value in _fields[name].Where(IsGiven))
                Write(bytes, value.Replace("\r\n", "\n", StringComparison.Ordinal));
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    private static bool IsGiven(string value) => !string.IsNullOrWhiteSpace(value);

    private static string[] Sorted(IEnumerable<string> names)
    {
        string[] sorted = [.. names];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    // Lengths go before texts, so that no two different forms give the same bytes. UTF-16 keeps even halves of characters apart.
    private static void Write(ArrayBufferWriter<byte> bytes, string text)
    {
        Write(bytes, text.Length);
        bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static void Write(ArrayBufferWriter<byte> bytes, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(4), number);
        bytes.Advance(4);
    }
}
