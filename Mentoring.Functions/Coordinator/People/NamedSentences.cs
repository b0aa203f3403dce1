using System.Text.RegularExpressions;

namespace Mentoring.Functions.Coordinator.People;

/// <summary>Puts names where sentences of the matching have ids: it works without names.</summary>
internal static partial class NamedSentences
{
    public static string Of(RoundBook book, string sentence) =>
        IdShape().Replace(sentence, id => book.Registrations.ContainsKey(id.Value) ? book.NameOf(id.Value) : id.Value);

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();
}
