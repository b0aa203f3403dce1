using Azure.Data.Tables;

namespace Mentoring.Functions.Ledger.Tables;

/// <summary>Texts in entities. A property holds 64 KiB of UTF-16, so a long text lies in <c>Json</c>, <c>Json1</c>, <c>Json2</c> …</summary>
internal static class TableTexts
{
    /// <summary>Characters a property; somewhat below the service's 32,768.</summary>
    private const int Longest = 32_000;

    public static void Write(TableEntity entity, string name, string text)
    {
        for (var (start, number) = (0, 0); start < text.Length || number == 0; number++)
        {
            var end = Math.Min(start + Longest, text.Length);

            // A pair of surrogates stays together: alone, neither survives UTF-8.
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            entity[Name(name, number)] = text[start..end];
            start = end;
        }
    }

    public static string Read(TableEntity entity, string name)
    {
        var first = entity.GetString(name);
        if (!entity.ContainsKey(Name(name, 1)))
            return first;
        var parts = new List<string> { first };
        for (var number = 1; entity.TryGetValue(Name(name, number), out var part); number++)
            parts.Add((string)part);
        return string.Concat(parts);
    }

    private static string Name(string name, int number) => number == 0 ? name : FormattableString.Invariant($"{name}{number}");
}
