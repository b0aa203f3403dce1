using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Registrations;

/// <summary>The first line of a file of registrations: which column holds which field.</summary>
internal sealed class RegistrationHeader
{
    private readonly IReadOnlyList<string> _columns;
    private readonly HashSet<string> _missing;

    public RegistrationHeader(IReadOnlyList<string> columns, int line, Action<FileFault> report)
    {
        _columns = [.. columns.Select(column => column.Trim())];
        _missing = [.. RegistrationFields.Required.Except(_columns, StringComparer.Ordinal)];
        foreach (var name in RegistrationFields.Required.Where(_missing.Contains))
            report(new FileFault(line, name, $"The column is missing. Every file has the columns {string.Join(", ", RegistrationFields.Required)}."));
        foreach (var name in _columns.Distinct(StringComparer.Ordinal).Where(name => !RegistrationFields.All.Contains(name)))
            report(new FileFault(line, FieldReader.Shown(name), $"There is no such column. Columns are {string.Join(", ", RegistrationFields.All)}."));
        foreach (var twice in _columns.GroupBy(name => name).Where(group => group.Count() > 1 && RegistrationFields.All.Contains(group.Key)))
            report(new FileFault(line, twice.Key, "The column is there more than once. Give each column once."));
    }

    public int Count => _columns.Count;

    /// <summary>Whether the header lacks a column that every file must have, which is reported once and not again with each row.</summary>
    public bool Lacks(string column) => _missing.Contains(column);

    public string NameOf(int index) => index >= 0 && index < _columns.Count ? _columns[index] : FileFault.WholeRow;

    /// <summary>The cells as a form's fields; repeated values are parted by semicolons.</summary>
    public FormFields Fields(IReadOnlyList<string> cells) => new(
        _columns.Zip(cells)
            .DistinctBy(cell => cell.First, StringComparer.Ordinal)
            .SelectMany(cell => RegistrationFields.Repeated.Contains(cell.First) ? cell.Second.Split(';') : [cell.Second], (cell, value) => new KeyValuePair<string, string>(cell.First, value)));
}
