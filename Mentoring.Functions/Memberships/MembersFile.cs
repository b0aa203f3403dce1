using System.Globalization;
using CsvHelper;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Registrations;

namespace Mentoring.Functions.Memberships;

/// <summary>Reads a CSV file of members, or every fault in it with its line and column.</summary>
/// <remarks>Comma separated, quoted as in RFC 4180, UTF-8; columns <c>number</c>, <c>standing</c> (<c>current</c> or <c>lapsed</c>) and, optional, <c>grade</c>.</remarks>
public static class MembersFile
{
    private const int LongestNumber = 60;
    private const int LongestGrade = 60;

    private static readonly string[] Columns = ["number", "standing", "grade"];

    /// <exception cref="InvalidDataException">The file cannot be read or is faulty; the message names every fault.</exception>
    public static IReadOnlyDictionary<string, MembershipRecord> Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var (members, faults) = Read(file);
            return faults.Count == 0 ? members : throw new InvalidDataException(string.Join(Environment.NewLine, [$"{path} can't be used:", .. faults.Select(fault => "  " + fault)]));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} can't be read: {unread.Message}", unread);
        }
    }

    /// <returns>Members by number, whatever its case. Faults is empty where the file is right.</returns>
    public static (IReadOnlyDictionary<string, MembershipRecord> Members, IReadOnlyList<FileFault> Faults) Read(Stream stream)
    {
        var faults = new List<FileFault>();
        var members = new Dictionary<string, MembershipRecord>(StringComparer.OrdinalIgnoreCase);
        if (RegistrationFileText.Read(stream, faults.Add) is { } text)
            Read(text, members, faults);
        return (members, faults);
    }

    private static void Read(ReadOnlyMemory<byte> text, Dictionary<string, MembershipRecord> members, List<FileFault> faults)
    {
        var malformed = false;
        using var csv = CsvReader.Create(text, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true, OnMalformedRecord = _ => malformed = true });
        List<string>? header = null;
        while (csv.Read() && faults.Count < RegistrationFile.MostFaults)
        {
            var line = checked((int)csv.LineNumber);
            var cells = Enumerable.Range(0, csv.FieldCount).Select(index => csv.GetString(index).Trim()).ToList();
            if (malformed)
                faults.Add(new FileFault(line, FileFault.WholeRow, "The quotes are not in order. Close every quote that is opened, and write a quote inside a quoted text twice."));
            else if (header is not null)
                ReadMember(header, cells, line, members, faults);
            else if (!IsHeader(header = cells, line, faults))
                return;
            // Without a header that can be read no column has a name, so nothing below it can be judged.
            if (header is null)
                return;
            malformed = false;
        }

        if (header is null)
            faults.Add(new FileFault(1, FileFault.WholeFile, $"The file is empty. Its first line names the columns {string.Join(",", Columns)}."));
    }

    private static bool IsHeader(List<string> columns, int line, List<FileFault> faults)
    {
        foreach (var missing in Columns[..2].Except(columns))
            faults.Add(new FileFault(line, missing, $"The column is missing. Columns are {string.Join(", ", Columns)}."));
        foreach (var unknown in columns.Except(Columns))
            faults.Add(new FileFault(line, FieldReader.Shown(unknown), $"There is no such column. Columns are {string.Join(", ", Columns)}."));
        foreach (var twice in columns.GroupBy(name => name).Where(group => group.Count() > 1 && Columns.Contains(group.Key)))
            faults.Add(new FileFault(line, twice.Key, "The column is there more than once."));
        return faults.Count == 0;
    }

    private static void ReadMember(List<string> header, List<string> cells, int line, Dictionary<string, MembershipRecord> members, List<FileFault> faults)
    {
        if (cells.All(cell => cell.Length == 0))
            return;
        if (cells.Count != header.Count)
        {
            faults.Add(new FileFault(line, FileFault.WholeRow, string.Create(CultureInfo.InvariantCulture, $"The row has {cells.Count} columns where the header has {header.Count}.")));
            return;
        }

        string Cell(string column) => header.IndexOf(column) is >= 0 and var index ? cells[index] : "";
        var (number, standing, grade) = (Cell("number"), Cell("standing"), Cell("grade"));
        if (number.Length is 0 or > LongestNumber)
            faults.Add(new FileFault(line, "number", "A membership number has 1 to 60 characters."));
        else if (standing is not ("current" or "lapsed"))
            faults.Add(new FileFault(line, "standing", "Allowed are current and lapsed."));
        else if (grade.Length > LongestGrade)
            faults.Add(new FileFault(line, "grade", "A grade has at most 60 characters."));
        else if (!members.TryAdd(number, new MembershipRecord.Member(standing == "current", grade.Length == 0 ? null : grade)))
            faults.Add(new FileFault(line, "number", "This number is already in the file. Give each once."));
    }
}
