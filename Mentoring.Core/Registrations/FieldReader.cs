using System.Globalization;
using Mentoring.Core.People;

namespace Mentoring.Core.Registrations;

/// <summary>Reads the fields of a form one after another and collects a sentence for everything that is wrong. Faulty fields read as empty.</summary>
public sealed class FieldReader(FormFields fields)
{
    /// <summary>Most values of a field that repeats.</summary>
    public const int MostValues = 40;

    private readonly OrderedDictionary<string, IReadOnlyList<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>Field → sentences, in the order of reading.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors => _errors;

    public bool IsFaulty(string name) => _errors.ContainsKey(name);

    /// <param name="subject">Begins a sentence: "Your name".</param>
    /// <param name="missing">The sentence where it is blank; null where it may be.</param>
    public string Line(string name, string subject, int longest, string? missing) =>
        Text(name, subject, missing, typed => CleanText.Line(typed, longest));

    /// <inheritdoc cref="Line"/>
    public string Paragraphs(string name, string subject, int longest, string? missing) =>
        Text(name, subject, missing, typed => CleanText.Paragraphs(typed, longest));

    /// <summary>One of a few words; empty where it is blank and may be.</summary>
    public string Choice(string name, string subject, IReadOnlyList<string> allowed, string? missing)
    {
        var choice = Line(name, subject, 100, missing);
        if (choice.Length == 0 || allowed.Contains(choice, StringComparer.Ordinal))
            return choice;
        return Wrong(name, $"{subject} must be {Either(allowed)}; it says {Shown(choice)}.");
    }

    /// <summary>Whole, in ASCII digits.</summary>
    public int Number(string name, string subject, int least, int most, string missing)
    {
        var typed = Line(name, subject, 20, missing);
        if (typed.Length == 0)
            return least;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"{subject} must be a whole number from {least} to {most}; it says {Shown(typed)}."));
        return least;
    }

    /// <summary>A box that must be ticked.</summary>
    public bool Yes(string name, string missing)
    {
        var answer = Line(name, "This answer", 20, missing);
        if (answer.Length > 0 && answer != "yes")
            Wrong(name, missing + " The answer must be yes.");
        return answer == "yes";
    }

    /// <summary>Codes out of a list, each once, in the order given.</summary>
    public IReadOnlyList<string> Codes(string name, IReadOnlyList<string> allowed, string missing)
    {
        var codes = Lines(name);
        if (codes.Count == 0 && !IsFaulty(name))
            Wrong(name, missing);
        var unknown = codes.Where(code => !allowed.Contains(code, StringComparer.Ordinal)).Distinct().ToList();
        if (unknown.Count > 0)
            Wrong(name, $"{Listed(unknown)} {(unknown.Count == 1 ? "is" : "are")} not on the list. Choose from {string.Join(", ", allowed)}.");
        var twice = codes.Except(unknown).Where(code => codes.Count(other => other == code) > 1).Distinct().ToList();
        if (twice.Count > 0)
            Wrong(name, $"Choose each only once: {Listed(twice)} {(twice.Count == 1 ? "is" : "are")} there more than once.");
        return codes;
    }

    /// <summary>The values of a field that repeats, without the blank ones.</summary>
    public IReadOnlyList<string> Lines(string name)
    {
        var values = fields[name];
        if (values.Count > MostValues)
        {
            Wrong(name, string.Create(CultureInfo.InvariantCulture, $"Give at most {MostValues} values here; there are {values.Count}."));
            return [];
        }

        var clean = new List<string>();
        foreach (var value in values)
        {
            switch (CleanText.Line(value, EmailAddress.Longest))
            {
                case CleanText.Fine fine:
                    clean.Add(fine.Value);
                    break;
                case CleanText.Refused refused:
                    Wrong(name, $"{Shown(value)} {refused.Reason}.");
                    break;
            }
        }

        return clean;
    }

    /// <summary>Adds a sentence to a field's errors.</summary>
    /// <returns>The empty text, as faulty fields read.</returns>
    public string Wrong(string name, string sentence)
    {
        _errors[name] = _errors.TryGetValue(name, out var before) ? [.. before, sentence] : [sentence];
        return "";
    }

    /// <summary>What somebody typed, short enough to quote.</summary>
    public static string Shown(string typed)
    {
        var plain = string.Concat(typed.Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign) && char.GetUnicodeCategory(sign) != UnicodeCategory.Format));
        return plain.Length <= 40 ? $"“{plain}”" : $"“{plain[..39]}…”";
    }

    private string Text(string name, string subject, string? missing, Func<string?, CleanText> check)
    {
        if (fields[name].Count > 1)
            return Wrong(name, string.Create(CultureInfo.InvariantCulture, $"{subject} must be given once; it is there {fields[name].Count} times."));
        return check(fields.First(name)) switch
        {
            CleanText.Fine fine => fine.Value,
            CleanText.Refused refused => Wrong(name, $"{subject} {refused.Reason}."),
            _ => missing is null ? "" : Wrong(name, missing),
        };
    }

    private static string Either(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    private static string Listed(IReadOnlyList<string> values) =>
        values.Count <= 5
            ? string.Join(", ", values.Select(Shown))
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", values.Take(5).Select(Shown))} and {values.Count - 5} more");
}
