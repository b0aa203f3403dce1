using System.Globalization;

namespace Mentoring.Local.Commands;

/// <summary>The words after a command's name: options with a value, and the rest.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<string> _rest = [];

    /// <exception cref="CommandLineException">An option without its value.</exception>
    public CommandLine(IReadOnlyList<string> words)
    {
        for (var place = 0; place < words.Count; place++)
        {
            if (!words[place].StartsWith("--", StringComparison.Ordinal))
                _rest.Add(words[place]);
            else if (++place < words.Count)
                _options[words[place - 1]] = words[place];
            else
                throw new CommandLineException($"{words[place - 1]} needs a value.");
        }
    }

    public IReadOnlyList<string> Rest => _rest;

    public string Text(string option, string fallback) => OptionalText(option) ?? fallback;

    public string? OptionalText(string option)
    {
        _asked.Add(option);
        return _options.GetValueOrDefault(option);
    }

    /// <exception cref="CommandLineException">Not a whole number within the bounds.</exception>
    public int Number(string option, int fallback, int least, int most)
    {
        if (OptionalText(option) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new CommandLineException(string.Create(CultureInfo.InvariantCulture, $"{option} takes a whole number from {least} to {most}, not '{text}'."));
    }

    /// <exception cref="CommandLineException">An option that the command does not have, or too many words.</exception>
    public void RefuseTheRest(int allowed)
    {
        if (_options.Keys.FirstOrDefault(option => !_asked.Contains(option)) is { } unknown)
            throw new CommandLineException($"There is no option {unknown} here; there are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
        if (_rest.Count > allowed)
            throw new CommandLineException($"'{_rest[allowed]}' is one word too many.");
    }
}

/// <summary>The command was written wrongly; the message says how.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
