namespace Mentoring.Pages.Forms;

/// <summary>What was typed into a form, and what is wrong with it. Both by field name; every value is kept as it was typed.</summary>
public sealed record FormState(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Errors)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];

    public static FormState Empty { get; } = new(Nothing, Nothing);

    public bool HasErrors => Errors.Count > 0;

    /// <summary>The first value of a field, or an empty string.</summary>
    public string Value(string name) => All(name) is [var first, ..] ? first : "";

    /// <summary>The value of a repeated field at a place, or an empty string.</summary>
    public string Value(string name, int place) => All(name) is var all && place < all.Count ? all[place] : "";

    public IReadOnlyList<string> All(string name) => Values.TryGetValue(name, out var values) ? values : [];

    public bool Chose(string name, string value) => All(name).Contains(value, StringComparer.Ordinal);

    public IReadOnlyList<string> ErrorsOf(string name) => Errors.TryGetValue(name, out var errors) ? errors : [];

    /// <summary>A form filled with values that nobody has checked yet.</summary>
    public static FormState Of(params (string Name, string Value)[] values) => new(
        values.GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(pair => pair.Value)]),
        Nothing);
}
